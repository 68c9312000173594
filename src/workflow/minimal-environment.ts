import { delimiter, isAbsolute } from 'node:path';

/** What a program needs to find its tools, its user's settings and the language; credentials come in by configuration. */
const passedOn = ['PATH', 'HOME', 'USER', 'LOGNAME', 'TMPDIR', 'LANG', 'TZ', 'CI', 'TERM', 'NO_COLOR'];

/**
 * The environment a workflow runs in: a short list of harmless names, `LC_*`, `SMARTSPEC_*` and what is configured for
 * it. Everything else of `all`, credentials and loader switches above all, stays out; `PATH` loses relative entries.
 */
export function minimalEnvironment(
  all: Readonly<Record<string, string | undefined>>,
  configured: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const kept = new Map<string, string>();
  for (const [name, value] of Object.entries(all)) {
    if (value === undefined || value.includes('\0')) continue;
    if (passedOn.includes(name) || /^(?:LC|SMARTSPEC)_[A-Z0-9_]+$/.test(name)) kept.set(name, value);
  }
  for (const [name, value] of Object.entries(configured)) {
    if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !value.includes('\0')) kept.set(name, value);
  }
  const path = kept.get('PATH');
  if (path !== undefined) kept.set('PATH', path.split(delimiter).filter(isAbsolute).join(delimiter));
  return Object.fromEntries(kept);
}
