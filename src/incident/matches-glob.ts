/** Compares with `*` (any text) and `?` (any character), in linear time per star. */
export function matchesGlob(text: string, glob: string): boolean {
  // By code points, so that `?` stands for a whole emoji.
  const [subject, pattern] = [[...text], [...glob]];
  let s = 0;
  let p = 0;
  let star = -1;
  let resume = 0;
  while (s < subject.length) {
    if (p < pattern.length && pattern[p] === '*') {
      star = p;
      resume = s;
      p += 1;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === subject[s])) {
      s += 1;
      p += 1;
    } else if (star >= 0) {
      p = star + 1;
      resume += 1;
      s = resume;
    } else return false;
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}
