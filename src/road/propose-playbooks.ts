import type { Config } from '../config/config.ts';
import type { PlaybookConfig } from '../config/response-config.ts';
import type { Alert } from '../incident/alert.ts';
import type { Asked } from '../incident/command.ts';
import type { Incident } from '../incident/incident.ts';
import { namesOfService, specIdOfService } from '../incident/service-names.ts';
import { fillArguments, needsSuspects, type Unfilled } from '../phases/fill-arguments.ts';
import { matchesPlaybook } from '../phases/match-playbook.ts';
import { byHand } from './by-hand.ts';
import type { Doors, Prepared, SuspectFound } from './doors.ts';
import { type Desk, respond } from './respond.ts';

/** What proposing needs. */
export interface ProposingHouse extends Desk, Pick<Doors, 'asks' | 'findSuspects' | 'prepareWorkflow'> {
  readonly config: Config;
  readonly redact: (text: string) => string;
}

/** What playbooks came to. */
export interface Proposed {
  readonly incident: Incident;
  readonly proposals: readonly {
    readonly mitigation: string;
    readonly playbook: string;
    readonly prepared: Prepared;
  }[];
  /** Why a playbook that fits proposed nothing, as sentences. */
  readonly warnings: readonly string[];
}

/** Proposes what the playbooks that fit this incident say, each once per incident. */
export async function proposePlaybooks(incident: Incident, asked: Asked, house: ProposingHouse): Promise<Proposed> {
  const proposals: Proposed['proposals'][number][] = [];
  const warnings: string[] = [];
  let state = incident;
  let suspects: readonly SuspectFound[] | null = null;
  for (const playbook of house.config.playbooks) {
    if (state.mitigations.some((mitigation) => mitigation.playbook === playbook.name)) continue;
    const fits = await findOut(playbook, state, house);
    if (fits.warning !== null) warnings.push(fits.warning);
    if (!fits.holds) continue;
    const wishes = [playbook.propose, ...(playbook.also ?? [])];
    for (const [index, { workflow, args: wanted = {} }] of wishes.entries()) {
      if (suspects === null && needsSuspects(wanted)) suspects = (await house.findSuspects(state)).suspects;
      const spec_id = specIdOfService(state.service, house.config.services);
      const filled = fillArguments(wanted, { incident: state, spec_id, suspects: suspects ?? [] });
      if (!filled.ok) {
        warnings.push(...filled.unfilled.map((missing) => sayUnfilled(playbook.name, missing)));
        continue;
      }
      const { args } = filled;
      const prepared = await house.prepareWorkflow(workflow, args, true);
      const fault = faultOf(prepared, args, house);
      if (fault !== null) {
        warnings.push(`playbook "${playbook.name}": ${fault}`);
        continue;
      }
      // Only what it proposes first may run by itself: "or else" is a person's decision.
      const by = { name: playbook.name, auto: playbook.auto && index === 0 };
      const because = `playbook "${playbook.name}"`;
      const wish = { type: 'propose-mitigation', workflow, args, because, playbook: by } as const;
      const line = byHand(prepared);
      const response = await respond(state.id, { ...wish, ...line, ...asked, by: null }, house);
      if (!response.ok) continue;
      state = response.incident;
      const mitigation = state.mitigations.at(-1)?.id ?? '';
      proposals.push({ mitigation, playbook: playbook.name, prepared });
    }
  }
  return { incident: state, proposals, warnings };
}

/** Whether a playbook fits; its expression is asked of the alerts on record and holds when it does for one of them. */
async function findOut(
  { name, match }: PlaybookConfig,
  incident: Incident,
  house: ProposingHouse,
): Promise<{ readonly holds: boolean; readonly warning: string | null }> {
  const names = namesOfService(incident.service, house.config.services);
  if (!matchesPlaybook(match, incident, names)) return { holds: false, warning: null };
  if (match.when === undefined) return { holds: true, warning: null };
  let why = 'the incident has no alert to ask it of';
  for (const alert of alertsOf(incident, names)) {
    const asked = await house.asks(match.when, alert);
    if (asked.ok && asked.holds) return { holds: true, warning: null };
    why = asked.ok ? '' : asked.why;
  }
  return { holds: false, warning: why === '' ? null : `playbook "${name}" could not be asked: ${why}` };
}

/** The alerts as they came, from the timeline, where they still have their measurement. */
function alertsOf({ timeline, service }: Incident, names: readonly string[]): readonly Alert[] {
  return timeline.flatMap(({ type, data }) => {
    const alert: unknown = type.startsWith('alert.') ? data['alert'] : null;
    if (!isAlert(alert)) return [];
    const known = { ...alert, service: alert.service ?? service };
    // A playbook may call the service by any of its names.
    return known.service === service && names.length > 1 ? names.map((name) => ({ ...known, service: name })) : [known];
  });
}

/** What the program wrote itself is trusted as far as that it is an alert. */
function isAlert(value: unknown): value is Alert {
  return typeof value === 'object' && value !== null && 'fingerprint' in value && 'labels' in value && 'title' in value;
}

function faultOf(
  prepared: Prepared,
  args: readonly { readonly name: string; readonly value: string }[],
  house: ProposingHouse,
): string | null {
  const secret = args.find(({ name, value }) => house.redact(`${name}=${value}`) !== `${name}=${value}`);
  if (secret !== undefined) return `the value of ${secret.name} looks like a secret, which is never put on record.`;
  return !prepared.ok && prepared.outcome === 'not-started' ? prepared.text : null;
}

function sayUnfilled(name: string, { argument, field, why }: Unfilled): string {
  return why === 'no-value'
    ? `playbook "${name}" fits, but nothing is known for ${argument} (${field}); propose it by hand once it is.`
    : `playbook "${name}": "${field}" names no field for ${argument}; write "=${field}" if the text itself is meant.`;
}
