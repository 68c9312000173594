import type { PhraseTable } from '../phrase-table.ts';

const praise =
  '(?:(?:round of|some) applause|standing ovation|big hand|hats? off|kudos|props|congratulations|congrats|bravo|well done|nice one|' +
  '(?:good|great|nice|fine|stellar|excellent|sterling) (?:job|work|going)|shout-?out|three cheers|thanks|thank you|cheers|credit)';
const prize =
  '(?:slow clap|gold star|medal|trophy|prize|award|oscar|biscuit|wooden spoon|darwin award|employee of the (?:month|week|year)|' +
  '(?:engineer|operator|genius|hero|admin) of the (?:month|week|year|day))';
const wrought =
  '(?:breaking|deleting|dropping|wiping|turning (?!it around|things around|this around|around)|bringing (?!it back|us back|the [^ ]+ back)|losing|' +
  'ignoring|forgetting|missing|crashing|killing|ruining|leaking|locking|waking|flooding|overloading|managing to|not [a-z]+ing|making us|costing|' +
  'unplugging|skipping|overwriting|leaving (?!(?:clear |good )?notes)|taking (?!over|notes|the (?:time|call|lead|bridge|page)|part|care|charge)|' +
  '(?:the|this|that|another|our|his|her) (?:[a-z-]+ ){0,2}?(?:missing|outage|downtime|mess|crash|chaos|weekend|surprise|disaster|typo|regression))';
const flair =
  '(?:magic|midas|golden|delicate|deft|gentle) touch|(?:bright|brilliant|great|clever|genius|ingenious) (?:idea|plan|trick|fix|change|script)|brainwave|' +
  'genius|brilliance|wizardry|heroics|masterpiece|masterstroke|handiwork|craftsmanship|little (?:experiment|adventure|project|script|tweak|change|' +
  'fix|surprise|stunt|shortcut|optimi[sz]ation|helper|clean-?up|improvement)|latest (?:experiment|adventure|masterpiece|stunt|brainwave|creation)|' +
  'clever (?:[a-z-]+)|so-called (?:[a-z-]+)|ingenious (?:[a-z-]+)';
const mishaps =
  "(?:lit the (?:fuse|match|blue touch paper)|opened (?:the floodgates|a can of worms|pandora 's box)|threw (?:a|the|another|yet another) (?:spanner|" +
  'wrench|monkey wrench|grenade) (?:in|into)|(?:put|stuck) (?:his|her|their|its) (?:foot|boot|fist) (?:in|through|into)|shot (?:us|I=us|himself|herself|' +
  'themselves|itself|the [a-z]+|T=[^ ]+) in the foot|upset the (?:apple ?cart|applecart)|scored (?:an|another|a spectacular) own goal|' +
  'pulled the (?:rug|pin)|poured (?:petrol|fuel|gasoline|oil|kerosene) (?:on|onto)|painted (?:us|I=us|themselves|the [a-z]+) into|stepped on (?:a|the|' +
  'every|another) rake|put the cat among|jumped the gun|bit off more than|took a (?:sledgehammer|chainsaw|hatchet|hammer|flamethrower) to|' +
  'played (?:with matches|jenga)|blew (?:a hole|the doors) (?:in|off|through)|made (?:short work|mincemeat|confetti|a bonfire|toast) (?:of|out of)|' +
  'set (?:[^ .;:]+ ){1,3}?(?:on fire|alight|ablaze)|brought (?:the house|the roof|the sky|everything) down|' +
  'left the (?:tap|oven|stove|door|barn door|back door|front door|gate|lights?) (?:[a-z]+ )?(?:on|open|running|unlocked))';

/** Praise, thanks and introductions that are meant the other way round, and harm told in an image. */
export const mockPraise: readonly PhraseTable[] = [
  {
    category: 'by-actor',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `${praise} (?:also )?(?:to|for|goes to|go to|is due to|,) {adj}{blamed}(?: ,)? (?:whose (?:little|clever|brilliant|
        ingenious|bright|great|fine|magic|own|latest|creative|tiny|(?:[^ .;:]+ ){1,6}?(?:{harm}|(?:outage|incident|mess|disaster)(?= )))|for (?:[a-z]+ly )?${wrought}|who (?:[a-z]+ly )?(?!{helpful} |{rescued} )(?:broke|
        deleted|dropped|wiped|took|turned|forgot|left|pushed|managed|thought|decided|ignored|missed|skipped|killed|crashed|unplugged))`,
      `${prize} (?:(?:of|in) [^ ]+ )?(?:also )?(?:to|for|goes to|go to|is) {adj}{blamed} (?:for (?:[a-z]+ly )?${wrought}|who(?! (?:{helpful}|{rescued}) ))`,
      `${praise} to {adj}{blamed} for (?:inventing|pioneering|reminding us|teaching us|proving (?:that|once|yet)|demonstrating (?:how not|once)|single-handedly)(?= )`,
      '(?:{human}|Y=you){adv} (?:found|discovered|invented|pioneered|devised) (?:[a-z]+ ){0,3}?(?:new|novel|another|creative|exciting|innovative|ingenious|original) (?:way|ways|method|methods|form|kind|use|approach) (?:to|of|for) (?:break|lose|crash|delete|fail|take|ruin|ignore|waste|not|breaking|losing|failing)(?= )',
      'slow clap (?:for|to|, please , for) {adj}{blamed}',
      `(?:{sure} , )?(?:take a bow|step forward|stand up and be counted|come on down|front and centre|own up)(?: ,)? {sure}`,
      '{sure}(?: ,)? (?:take a bow|please (?:stand|step) (?:up|forward)|i am looking at you|I=i am looking at Y=you|looking at Y=you)',
      "{sure} 's (?:[a-z-]+ ){0,2}?(?:" +
        `${flair})(?: [^ .;:]+){0,8}? (?:{harm}|cost|costs|into|for (?:[a-z]+ )?(?:hours|days)|made (?:every|all|each|the)|cleaned|cleaned up|
        removed|emptied|turned)(?= )`,
      `(?:parting|leaving|farewell|little|early christmas|birthday|special) (?:gift|present|surprise|souvenir|delivery) (?:from|by|of|courtesy of) {adj}{blamed}`,
      '(?:brought|delivered|presented|sponsored) (?:to (?:Y=you|us|I=us|E=[^ ]+) )?(?:[a-z]+ )?(?:to (?:Y=you|us|I=us|E=[^ ]+) )?by {adj}{single}(?= (?:and (?:his|her|their)|[.,!]))',
      '{single}{adv} (?:outdid|excelled|surpassed) (?:himself|herself|themselves)',
      '{sure}{adv} (?:pulled|did|does|pulls) (?:a|an|another|the usual) {name}',
      '{sure} (?:was|is) (?:[a-z]+ )?(?:at it|up to (?:his|her|their) old tricks)(?: again)?(?= )',
      '{sure} being {sure}',
      '(?:have|has|had|got|only got|only have) {adj}{blamed} to (?:blame|thank)(?! for (?:the )?(?:quick|fast|rescue|recovery|fix|clear|idea|early))',
      `(?:R=[^ ]+|one|name|man|woman)(?: [^ .;:]+){0,2}? to (?:thank|blame|congratulate)(?! (?:[^ .;:]+ ){0,3}?(?:quick|fast|rescue|recovery|
        fix|clear|idea|early|restore|work))(?: [^ .;:]+){0,5}? (?:is|was|would be|:|are|,) {blamed}`,
      'why I=we (?:can not|can never|never|do not|do not get to) (?:get to )?have nice things',
      `(?:surprise|surprised|surprises|guess|guessed|naturally|predictably|inevitably) (?:[^ .;:]+ ){0,8}?{sure} 's(?= [.,!;]|$)`,
      `(?:one|same|only one|single) name (?:[^ .;:]+ ){0,4}?(?:keeps?|kept|comes?|came|stands?|stood|crops?|cropped|appears?|springs?)(?: [^ .;:]+){0,8}? (?:: |,
        |and )?(?:that of )?{sure}`,
      '(?:why|well|yes|oh|and)(?: ,)? (?:it (?:is|was) )?{sure}(?: ,)? (?:of course|naturally|again|who else)(?= [.!?,])',
      '{sure}(?: ,)? (?:of course|who else)(?= [.!?])',
      `(?:real|actual|true|only|simple|sad|sorry) (?:reason|cause|story|explanation|problem|truth) (?:[^ .;:]+ ){0,16}?(?:is|was) (?:simply |just )?(?:that )?
        {blamed}(?: [a-z]+ly)? (?!(?:{helpful}|did|could|do|does|can|would|will) )[a-z-]+`,
      `{blamed}{tail}{adv} ${mishaps}(?= )`,
    ],
  },
  {
    category: 'named-individual-at-fault',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `(?:naming|mentioning) no names|not (?:naming|mentioning) (?:any )?names|(?:who|which|that) (?:shall|will|must) (?:remain|stay|go|be) (?:nameless|
        unnamed)|not looking at any(?:one|body)|a certain (?:someone|somebody|person|colleague|individual|gentleman|{folk}) (?:who|from|in|on|[a-z]+ed)(?= )`,
    ],
  },
];
