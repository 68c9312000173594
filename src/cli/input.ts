/** What was typed, as text: nothing in it has been believed yet. */
export interface Input {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** The value of a flag that takes one; null when it was not given. */
export function textOf(input: Input, name: string): string | null {
  const value = input.options[name];
  return typeof value === 'string' ? value : null;
}

/** The values of a flag that may be repeated. */
export function textsOf(input: Input, name: string): readonly string[] {
  const value = input.options[name];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** True when a flag without value was given. */
export function isSet(input: Input, name: string): boolean {
  return input.options[name] === true;
}
