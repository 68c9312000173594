import type { Silence } from '../incident/silence.ts';
import { isObject } from './known-event.ts';
import { type Protection, sealingVault, unseal } from './protection.ts';
import type { SilencedAlert } from './silence-store.ts';

/** What a silence is kept as: where records are encrypted, only its name and its times stay readable. */
export function sealSilence(protection: Protection | undefined, silence: Silence): unknown {
  const vault = sealingVault(protection, silence.id);
  if (vault === null) return silence;
  const { id, created_at, starts_at, ends_at } = silence;
  return { id, created_at, starts_at, ends_at, sealed: vault.seal('silence', id, JSON.stringify(silence)) };
}

/** The silence in what was kept; null for anything else. StoreTrouble when it is sealed and the key is not at hand. */
export function openSilence(protection: Protection | undefined, found: unknown): Silence | null {
  if (!isObject(found)) return null;
  const { id, sealed } = found;
  if (typeof sealed !== 'string') return isSilence(found) ? found : null;
  const opened = unseal(protection, String(id), { purpose: 'silence', place: String(id), sealed });
  const silence: unknown = opened === null ? null : JSON.parse(opened);
  return isSilence(silence) && silence.id === id ? silence : null;
}

/** What an alert is kept as that the silence `id` kept quiet. */
export function sealSilenced(protection: Protection | undefined, id: string, alert: SilencedAlert): string {
  const vault = sealingVault(protection, id);
  if (vault === null) return JSON.stringify(alert);
  const { received_at } = alert;
  return JSON.stringify({ received_at, sealed: vault.seal(`silenced ${id}`, received_at, JSON.stringify(alert)) });
}

/** The alert in one kept line; null where a line is torn or was changed. */
export function openSilenced(protection: Protection | undefined, id: string, line: string): SilencedAlert | null {
  const found = parse(line);
  if (!isObject(found) || typeof found['received_at'] !== 'string') return null;
  const { received_at, sealed } = found;
  if (typeof sealed !== 'string') return isSilenced(found) ? found : null;
  const opened = unseal(protection, id, { purpose: `silenced ${id}`, place: received_at, sealed });
  const alert = opened === null ? null : parse(opened);
  return isSilenced(alert) ? alert : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isSilenced(value: unknown): value is SilencedAlert {
  return isObject(value) && typeof value['received_at'] === 'string' && isObject(value['alert']);
}

function isSilence(value: unknown): value is Silence {
  return (
    isObject(value) &&
    ['id', 'because', 'created_at', 'starts_at', 'ends_at'].every((name) => typeof value[name] === 'string') &&
    Array.isArray(value['matchers']) &&
    value['matchers'].every(
      (matcher) => isObject(matcher) && typeof matcher['field'] === 'string' && typeof matcher['value'] === 'string',
    )
  );
}
