/** Letters with marks of their own, which decomposing does not take off. */
const special: Readonly<Record<string, string>> = {
  ß: 's',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  æ: 'a',
  Æ: 'A',
  '’': "'",
};

/**
 * Writes Latin letters without their marks, one for one, so that places in the text stay where they are: a handle is
 * `jurgen.muller` where the text says "Jürgen Müller".
 */
export function foldLetters(text: string): string {
  if (!/[\u0080-\u{10ffff}]/u.test(text)) return text;
  return text.replaceAll(/[\u00c0-\u024f\u1e00-\u1eff’]/g, (letter) => {
    const base = special[letter] ?? letter.normalize('NFD').charAt(0);
    return /[A-Za-z']/.test(base) ? base : letter;
  });
}

/** Other ways of spelling a name without marks: "Mueller" and "Müller", "Weiss" and "Weiß". */
export function foldedForms(name: string): readonly string[] {
  const folded = foldLetters(name.normalize('NFC'));
  const short = folded.replaceAll(/([aou])e(?=[b-df-hj-np-tv-z])/gi, '$1').replaceAll('ss', 's');
  const long = foldLetters(
    name
      .normalize('NFC')
      .replaceAll(/[äöü]/gi, (letter) => `${foldLetters(letter)}e`)
      .replaceAll('ß', 'ss'),
  );
  return [...new Set([folded, long, ...(name === folded ? [short] : [])])];
}
