import type { AlertOutcome } from '../road/reception.ts';
import type { Answer } from './answer.ts';
import type { House } from './house.ts';
import { type Input, isSet } from './input.ts';

const beginnings: ReadonlySet<string> = new Set<AlertOutcome>(['created', 'reopened']);

/** Only an incident that begins goes on by itself: alerts that are added to one cost no more than being kept. */
export function hasBegun({ outcome }: { readonly outcome: string }): boolean {
  return beginnings.has(outcome);
}

/** Whether an incident that begins goes on: with `--apply` as far as it may, else as far as playbooks propose. */
export function goesOn(input: Input, { config }: Pick<House, 'config'>): boolean {
  return isSet(input, 'apply') || config.playbooks.length > 0;
}

/** Follows an alert up where it began an incident; suspects are looked for once the answer is given. */
export async function followAlert(received: Answer, input: Input, house: House): Promise<Answer> {
  if (!hasBegun(received) || received.incident === null) return received;
  const { id } = received.incident;
  const told = goesOn(input, house)
    ? await (await import('./go-on-from-alert.ts')).goOnFromAlert(received, input, house)
    : received;
  if (!notesSuspects(received, input, house)) return told;
  return { ...told, afterwards: async () => (await import('./note-at-triage.ts')).noteAtTriage(id, house) };
}

/** With `--apply` they are written down on the way. */
export function notesSuspects(
  { outcome }: { readonly outcome: string },
  input: Input,
  { looksForSuspects }: Pick<House, 'looksForSuspects'>,
): boolean {
  return outcome === 'created' && !isSet(input, 'apply') && looksForSuspects();
}
