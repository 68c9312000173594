import { type FieldsByName, isText, nameOf, valuesOf } from './fields-by-name.ts';
import { isStatus } from './generic-status.ts';
import { hosts, identities, problemHolders, ruleIdentities, stableNames, watchers } from './generic-words.ts';
import { pick } from './pick.ts';
import { stableTitle } from './stable-title.ts';

/** What is broken and where: by a key that says so, else by the most lasting of its texts. */
export function identityIn(
  fields: FieldsByName,
  texts: readonly (readonly unknown[])[],
  service: readonly unknown[],
): readonly unknown[] {
  const [explicit] = [...valuesOf(fields, identities), problemIdIn(fields)].filter(isKey);
  if (explicit !== undefined) return [explicit];
  const host = valuesOf(fields, hosts).map(nameOf).find(isKey);
  const [rule] = valuesOf(fields, ruleIdentities).filter(isKey);
  if (rule !== undefined) return [rule, host];
  const place = [...new Set([service.find(isKey), host])];
  const [name] = [...valuesOf(fields, stableNames), ...valuesOf(fields, watchers).map(nameOf)].filter(
    (value) => isText(value) && !isStatus(value),
  );
  if (name !== undefined) return [name, ...place];
  const [first] = texts.flat().filter(isText);
  const isPlaced = place.some(isKey);
  if (first === undefined) return isPlaced ? place : everyText(fields);
  if (isOutput(fields, first) && place.length > 1) return place;
  return [stableTitle(first), ...place];
}

/** The id of the object that is the problem itself, such as `alert.id`. */
export function problemIdIn(fields: FieldsByName): unknown {
  return valuesOf(fields, problemHolders)
    .map((holder) => pick(holder, 'id'))
    .find(isKey);
}

function isKey(value: unknown): boolean {
  return isText(value) || typeof value === 'number';
}

/** What a check printed is new with every run: its service and host together name it better. */
function isOutput(fields: FieldsByName, text: string): boolean {
  return valuesOf(fields, ['output']).includes(text);
}

/** Where nothing names a problem, all that is written about it has to: else every nameless payload would be one problem. */
function everyText(fields: FieldsByName): readonly string[] {
  const isLasting = (value: unknown) =>
    isText(value) && value.length <= 200 && !isStatus(value) && !/\d{4}/.test(value);
  return [...fields]
    .flatMap(([name, values]) => values.filter(isLasting).map((value) => `${name} ${stableTitle(String(value))}`))
    .sort()
    .slice(0, 20);
}
