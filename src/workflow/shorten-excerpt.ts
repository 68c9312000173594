/** Both ends of an excerpt with what lies between counted, so that all of it fits; nothing is cut within a character. */
export function shortenExcerpt(excerpt: string, mostCharacters: number): string {
  const characters = [...excerpt];
  if (characters.length <= mostCharacters) return excerpt;
  const gap = `\n… ${characters.length - mostCharacters} characters more …\n`;
  const room = mostCharacters - gap.length;
  if (room <= 0) return characters.slice(0, mostCharacters).join('');
  const tail = Math.floor(room / 2);
  return `${characters.slice(0, room - tail).join('')}${gap}${characters.slice(characters.length - tail).join('')}`;
}
