/** Looks up `status.checks[0].name` in parsed JSON, by own properties only; undefined when the path leads nowhere. */
export function readJsonPath(value: unknown, path: string): unknown {
  let here: unknown = value;
  for (const step of path
    .replace(/^\$\.?/, '')
    .replaceAll(/\[(\d{1,9})\]/g, '.$1')
    .split('.')) {
    if (step === '') continue;
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = Reflect.get(here, step);
  }
  return here;
}
