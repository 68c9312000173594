const deepest = 200;

/**
 * The first line (from 1) at which a text may be nested deeper than any configuration, or null. It counts roughly and
 * never too little: the parser descends once for each level, and running out of stack there can end the whole process.
 */
export function findTooDeep(text: string): number | null {
  const levels: { readonly indentation: number; readonly depth: number }[] = [];
  let brackets = 0;
  let line = 0;
  for (const content of text.split(/\r\n|\r|\n/)) {
    line += 1;
    for (const character of content.match(/[[\]{}]/g) ?? []) {
      brackets = character === '[' || character === '{' ? brackets + 1 : Math.max(0, brackets - 1);
      if (brackets > deepest) return line;
    }
    const indentation = content.search(/[^ \t]/);
    if (indentation === -1) continue;
    while ((levels.at(-1)?.indentation ?? -1) >= indentation) levels.pop();
    // A list in a list, or a key in a key, can begin on one line.
    const begun = 1 + (content.match(/[-?:](?=[ \t]|$)/g)?.length ?? 0);
    const depth = (levels.at(-1)?.depth ?? 0) + begun;
    levels.push({ indentation, depth });
    if (depth + brackets > deepest) return line;
  }
  return null;
}
