import { capital, letter } from './letters.ts';
import type { Rule } from './rule.ts';

const city = `[${capital}][${letter}.'’-]{1,40}`;
const named = `[${capital}][${letter}'’.-]{1,24}`;
const unit = '(?:,? (?:Apt|Apartment|Flat|Unit|Suite|#) ?\\w{1,6})?';

/** Ways that are called so in prose and in programs, too, and count only where a town follows. */
const commonWays = 'Lane|Drive|Court|Way|Place|Square|Terrace|Crescent|Close|Gardens|Parkway|Row|Quay|Mews';

let rules: readonly Rule[] | undefined;

/** The rules for where somebody lives or has things sent to. */
export function postalAddressRules(): readonly Rule[] {
  const address = { kind: 'personal', name: 'address', digits: true } as const;
  rules ??= [
    {
      ...address,
      triggers: ['street', 'avenue', 'boulevard', 'road', ' st.', ' ave.', ' rd.', ' blvd'],
      pattern: new RegExp(
        `(?<![\\w.-])\\d{1,5}[A-Za-z]?(?:/\\d{1,4})? (?:${named} ){1,3}(?:Street|Avenue|Boulevard|Road(?! (?:Map|Show|Block|Test)\\b)|St\\.|Ave\\.|Rd\\.|Blvd\\.?)${unit}(?:, [${capital}][${letter} .'’-]{1,40}){0,3}(?:,? \\d{4,6}(?:-\\d{4})?)?(?![${letter}\\d])`,
        'g',
      ),
    },
    {
      ...address,
      triggers: commonWays
        .toLowerCase()
        .split('|')
        .map((way) => ` ${way},`),
      pattern: new RegExp(
        `(?<![\\w.-])\\d{1,5}[A-Za-z]? (?:${named} ){1,3}(?:${commonWays})${unit}(?:, ${city}(?: ${city}){0,2}){1,3}(?:,? [A-Z]{0,2} ?\\d{4,6}(?:-\\d{4})?)?(?![${letter}\\d])`,
        'g',
      ),
    },
    {
      ...address,
      triggers: ['straße', 'strasse', 'gasse ', 'allee ', 'straat ', 'laan ', 'gracht ', 'gatan ', 'vägen '],
      pattern: new RegExp(
        `(?<![${letter}\\d])[${capital}][${letter}-]{2,30}(?:straße|strasse|gasse|allee|straat|laan|gracht|gatan|vägen) \\d{1,4} ?[A-Za-z]?(?![${letter}\\d.])(?:,? (?:[A-Z]{1,2}-)?\\d{4,5}(?: [A-Z]{2})? ${city})?`,
        'g',
      ),
    },
    {
      ...address,
      triggers: ['weg ', 'platz ', 'ring ', 'damm ', 'ufer ', 'str. ', 'plein ', 'gade ', 'vej '],
      pattern: new RegExp(
        `(?<![${letter}\\d])[${capital}][${letter}-]{1,30}(?:weg|platz|ring|damm|ufer|str\\.|plein|gade|vej) \\d{1,4} ?[A-Za-z]?,? (?:[A-Z]{1,2}-)?\\d{4,5} ${city}`,
        'g',
      ),
    },
    {
      ...address,
      triggers: ['rue ', 'calle ', 'avenida ', 'rua ', 'via ', 'piazza ', 'corso ', 'viale ', 'plaza ', 'paseo '],
      pattern: new RegExp(
        `(?<![${letter}\\d])(?:\\d{1,4}(?: bis| ter)?,? )?(?:[Rr]ue|[Cc]alle|[Aa]venida|[Rr]ua|[Vv]ia|[Pp]iazza|[Cc]orso|[Vv]iale|[Pp]laza|[Pp]aseo)(?: (?:de|del|des|du|la|las|los|da|do|dos|della|di|le)){0,2} (?:${named} ?){1,3}(?:,? ?\\d{1,4}[a-z]?)?,? \\d{4,5}(?:-\\d{3})? ${city}`,
        'g',
      ),
    },
    {
      ...address,
      triggers: ['ถนน', 'ซอย'],
      pattern:
        /(?<![\d/])\d{1,5}(?:\/\d{1,5})? ?(?:หมู่(?:ที่)? ?\d{1,2} )?(?:ถนน|ซอย)(?:[\u0e00-\u0e7f\d/]{1,40}(?: [\u0e00-\u0e7f./]{2,40}){0,5} \d{5}(?!\d)|[\u0e00-\u0e7f\d/]{1,40})/g,
    },
    {
      ...address,
      triggers: ['address'],
      pattern:
        /\b(?:street|home|postal|shipping|billing|mailing|delivery|customer'?s?|residential)[ _-]address["']?(?: is| was|:|=){1,2}\s{0,3}["']?((?=[^\n"]{0,60}\d)[A-Za-z\u00c0-\uffff\d][^\n"<>;|]{7,119})/gi,
      check: ({ value }) => !/^[\d.:a-f]+$|@|:\/\//i.test(value),
    },
  ];
  return rules;
}
