/** Pads every column but the last to its widest cell; wide characters take two places. */
export function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  return alignTo(widenFor([], rows), rows);
}

/** How many places each column takes once these rows are in it, too. */
export function widenFor(widths: readonly number[], rows: readonly (readonly string[])[]): readonly number[] {
  const wider = [...widths];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) wider[index] = Math.max(wider[index] ?? 0, widthOf(cell));
  }
  return wider;
}

/** Pads every column but the last to these widths. */
export function alignTo(widths: readonly number[], rows: readonly (readonly string[])[]): readonly string[] {
  return rows.map((row) =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : cell + ' '.repeat((widths[index] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd(),
  );
}

const combining = /\p{Mn}|\p{Me}|\p{Cf}/u;
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u;

/** How many places a text takes at a terminal. */
function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += combining.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}
