import { findRegexRisk } from '../sanitise/regex-risk.ts';
import { compilePattern, longestSource } from '../sanitise/user-patterns.ts';

/** No id of a spec is longer, so that no pattern is shown more. */
const longestId = 200;

/** Whether something is the id of a spec here. */
export type SpecIdRule = (id: string) => boolean;

/** What `safety.spec_id_regex` asks of the id of a spec, or why it can't be asked. */
export function readSpecIdRule(
  source: string,
): { readonly ok: true; readonly fits: SpecIdRule } | { readonly ok: false; readonly what: string } {
  if (source.length > longestSource) return { ok: false, what: `is longer than ${longestSource} characters` };
  const compiled = compilePattern(source);
  if ('error' in compiled) return { ok: false, what: 'is no regular expression that JavaScript understands' };
  const { pattern } = compiled;
  const flags = pattern.flags.replace('g', '');
  const risk = findRegexRisk(pattern.source, flags);
  if (risk !== null && risk !== 'slow') {
    return { ok: false, what: `could take very long on a hostile text (${risk})` };
  }
  const whole = new RegExp(pattern.source, flags);
  return { ok: true, fits: (id) => id.length <= longestId && whole.test(id) };
}
