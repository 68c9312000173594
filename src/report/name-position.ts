const months = /^(?:april|may|june|august|jan|jun)$/i;
const ofMonths =
  /(?:\b(?:in|since|until|till|by|last|next|early|late|mid|of|during|from|this|each|every|before|after|to|and|or)|\d(?:st|nd|rd|th)?) $/i;
const beforeThings = /\b(?:the|an?|our|its|their|this|that|each|every|no|any) $/i;
const startsHere = /(?:^|[.!?;:]["')\]]*\s|^["'([]|\s[-–] )\s*$/;
const didSomething =
  /^(?:['’]s\b|[:,]| (?:is|was|has|had|did|does|here|took|takes|ran|runs|saw|sees|found|finds|said|says|got|gets|sent|sends|leads|led|owns|commands|drives|wrote|writes|went|goes|thinks|thought|reports|keeps|kept|asks|tells|told)\b| (?!\w*(?:eed|mbed|shed)\b)\w{2,}ed\b| (?:and|&) \p{Lu}\p{Ll}+ )/u;

/**
 * True where a capitalised word that may be a name is used as one.
 *
 * Inside a sentence a capital says so, at its start only the verb can: "Grace is on it", but "Mark the host as bad".
 */
export function isNamePosition(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 40);
  if (beforeThings.test(before)) return false;
  if (months.test(text.slice(start, end)) && (ofMonths.test(before) || /^,? \d/.test(after))) return false;
  // "the Mark VI turbine", "Rose Garden": a thing that is called so.
  if (/^ (?:\p{Lu}|\d)/u.test(after) && !/^ \p{Lu}\p{Ll}+[.,:]?(?:$|\s\p{Ll})/u.test(after)) return false;
  // "IC: Grace. Scribe: Will"
  if (/:\s$/.test(before) && /^(?:[.,;)]|$)/.test(after)) return true;
  if (startsHere.test(before)) return didSomething.test(after);
  return /[\p{L}\p{N},(/&"'] ?$/u.test(before);
}

/** True at the head of a line of chat, where a small letter does not matter: "tess: looking". */
export function isHeading(text: string, start: number, end: number): boolean {
  return text.slice(0, start).trim() === '' && /^(?::| here\b|, )/.test(text.slice(end, end + 8));
}
