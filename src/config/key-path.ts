/** The way to a place in the file: keys, and positions in lists. */
export type KeyPath = readonly (string | number)[];

/** True when `path` lies at or below `top`. */
export function isWithin(path: KeyPath, top: KeyPath): boolean {
  return path.length >= top.length && top.every((step, index) => String(path[index]) === String(step));
}

/** True when `path` lies at or below a place the pattern describes; `*` stands for any one step. */
export function isUnder(path: KeyPath, pattern: KeyPath): boolean {
  return (
    path.length >= pattern.length &&
    isWithin(
      pattern.map((step, index) => (step === '*' ? (path[index] ?? '') : step)),
      path.slice(0, pattern.length),
    )
  );
}

/** The path as people write it; what is too long or odd to be a key is cut, for it may be a value gone astray. */
export function toDotted(path: KeyPath): string {
  return path.map((step) => showStep(String(step))).join('.');
}

function showStep(step: string): string {
  const looksSecret =
    step.length >= 16 && /\d/.test(step) && /[A-Za-z]/.test(step) && !/^[a-z\d]+(?:[-_][a-z\d]+)+$/.test(step);
  if (looksSecret || /[\u0000-\u001f\u007f]/.test(step)) return '(hidden)';
  return step.length > 60 ? `${step.slice(0, 20)}…` : step;
}
