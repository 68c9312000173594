const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Names that are common words as well: taken for a name only where the words around them say so. */
const alsoWords = words(`
amber angel april art august austin autumn banks baron bass bell best bill bird bishop block bridge bridges brook
brooks brown bush carol carolina case cash chance charlotte chase cherry chip church clay cliff cook crystal dale dash
dawn day dean drew duke earl east eve faith field fields fish florence flowers ford forest fox frank gates gene
georgia glen good grace grant green guy hall harry heath heather hill hope house houston hunt hunter iris ivan ivy
jack jackson jade jan jasper jay joy judge jun june key keys king kit knight lake lance lane law leaf lee lincoln
little lock long love low madison major mark marsh mason max may mayor mercy milan miles min mo moody nick noble north
page paris park pat patience paul pearl penny pope post potter power price prince ray reed rich ring river rivers rob
robin rod root rose ruby rule rusty sage sandy savage scout sharp short skip sky small smart sofia south star sterling
stone storm street strong sue summer sunny swift sydney tab temple tom true tyler van violet virginia wade walker
waters web weeks west white will wise wolf wood woods young`);

/** Parts of handles that are no names at all. */
const noNames = words(`
admin api app apps backend build chat checkout cloud comms core customer data database day dba dev desk duty edge eng
engineer engineering frontend infra incident lead manager me mobile network night on-call oncall operator ops payments
platform primary product project release search secondary security shift site sre storage support team tester tools user
users`);

/** What a part of a name may be taken for. */
export type NamePart = 'name' | 'also-word' | 'no-name';

/** Says whether a part of a name or handle can only be a name, can be a word, or is none. */
export function judgePart(part: string): NamePart {
  const lower = part.toLowerCase();
  if (noNames.has(lower)) return 'no-name';
  return alsoWords.has(lower) ? 'also-word' : 'name';
}
