import type { GivenConfig } from './config-schema.ts';
import type { Mismatch } from './mismatch.ts';
import { readSpecIdRule } from './spec-id-rule.ts';

/** Checks `safety.spec_id_regex`, and by it the ids of specs that services name. */
export function checkSpecIds({ safety, incident_response: ours }: GivenConfig): Mismatch[] {
  const source = safety?.spec_id_regex;
  if (source === undefined) return [];
  const rule = readSpecIdRule(source);
  if (!rule.ok) return [{ path: ['safety', 'spec_id_regex'], what: rule.what, drops: true }];
  return Object.entries(ours?.services ?? {}).flatMap(([service, { spec_id }]) =>
    spec_id === undefined || rule.fits(spec_id)
      ? []
      : [
          {
            path: ['incident_response', 'services', service, 'spec_id'],
            what: 'does not fit safety.spec_id_regex',
            drops: true,
          },
        ],
  );
}
