import type { PhraseTable } from '../phrase-table.ts';

const folks = '(?:you|u|they|he|she|anyone|anybody|someone|somebody|one|people|we|everyone|everybody)';
const kin =
  '(?:grandmother|grandfather|granny|gran|nan|nana|grandma|grandpa|grandad|mother|mum|mom|dad|dog|cat|goldfish|hamster|parrot|toddler|kid|kids|' +
  'daughter|son|nephew|niece|neighbour|neighbor|five-year-old|four-year-old|three-year-old|six-year-old|ten-year-old|stapler|houseplant|postman|' +
  'milkman|plumber|cleaner|taxi driver|barista|receptionist|budgie)';

/** Surprise that is played, and images for what nobody is thought able to overlook. */
export const mockSurprise: readonly PhraseTable[] = [
  {
    category: 'hindsight',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `who (?:could|would|might)(?: possibly| ever| really| honestly| on earth){1,2} have|who (?:knew(?= [.!?,:]| that [a-z]+ing)|would have (?:guessed|imagined|predicted|believed)(?= ))`,
      `(?:shockingly|funnily enough|strangely enough|oddly enough|lo and behold|quelle surprise|would you believe(?: it)?|fancy that|imagine that|
        spoiler(?: alert)?|plot twist|newsflash|news flash|shocker|shock horror|what a shock|stop the press|stop the presses|call me old-fashioned|
        imagine our surprise|imagine my surprise|big surprise)(?= [,:.!?;]| that)`,
      `(?:surprise|shock|astonishment|amazement) (?:of|to) (?:absolutely |precisely |exactly |literally )?(?:no one|nobody|no-one)|
        (?:shock|shocked|astonish|astonished|surprise|surprised|amaze|amazed|stun|stunned) (?:absolutely |precisely |exactly |literally )?(?:no one|nobody|
        no-one)`,
      `(?:blind|half-blind|one-eyed|deaf|sleeping|dead|drunk|short-sighted) (?:man|woman|person|bat|mole|dog|kitten)(?: [^ .;:]+){0,6}? (?:could|would|can)(?= )`,
      `(?<=(?:my|your|his|her|our|a|the|even|one|body) (?:'s )?(?:[a-z-]+ )?)${kin}(?: (?!so |and |that )[^ .;:]+){0,3}? (?:could|would|knows|can|might|understands)(?= )`,
      `(?:end|ends|ended|ending|finish|finished) in tears|tears before bedtime|famous last words|(?:was|were|is) (?:only|never|always) ever going to|
        car crash in slow motion|slow-motion (?:car crash|train wreck)|(?:writing|handwriting) (?:was |is |had been )?(?:already )?on the wall|
        house of cards waiting|(?:hindsight|foresight) is (?:twenty|20)`,
      `(?:see|saw|seen|spot|spotted|smell|smelled|smelt|hear|heard|tell|coming|visible|telegraphed|obvious|flagged) (?:[^ .;:]+ ){0,5}?(?:a mile|miles|
        a country mile|from space|from orbit|from the moon|from mars)(?: (?:off|away))?(?= [.,!;]|$)|visible from (?:space|orbit|the moon|mars)`,
      `lit up like (?:a|the)|(?:begged|begging|crying out|cried out|screamed|screaming|shouted|shouting|pleading|asking) to be (?:read|seen|noticed|fixed|
        tested|asked|heard|broken|deleted)|(?:was|were) (?:practically |literally |all but |positively )?(?:screaming|shouting|yelling|howling) (?:at|for|into)`,
      `(?:red flags?|alarm bells|warning (?:lights|bells|signs|flags)) (?:was|were|had been|have been|are) (?:all |already |practically |[a-z]+ly )*
        (?:waving|flying|ringing|flashing|blaring|everywhere|blinking|wailing|screaming|there|all over)`,
      `(?:clue|hint|answer|warning) (?:is|was) (?:right |there )*in the (?:name|title|word|label|subject|question|file ?name)|(?:says|said) so (?:right )?(?:on the tin|in the name)`,
      `(?:not|never|nobody|no one|no-one|fail|fails|failed|forgot|forget|anyone|unable) (?:[^ .;:]+ ){0,5}?(?:put|join|joined|connect|connected|do|did|done|
        add|added) (?:two and two|(?:up )?the dots|the maths?|the sums|the arithmetic)|two and two (?:was|were) (?:not|never)`,
      `(?:not|hardly|scarcely|never|no) (?:exactly |quite |really |precisely )?(?:brain surgery|rocket (?:science|surgery)|quantum (?:physics|mechanics)|
        black magic|nuclear physics|astrophysics|alchemy|a dark art|higher mathematics|advanced calculus)`,
      `how (?:do|did|can|could|would|does|on earth (?:did|do|can)) ${folks} (?:possibly |even |all |manage to |just |really )*(?:miss|overlook|ignore|forget|
        not (?:see|notice|know|check|spot|test|read|realise|realize|think)|sleep through|walk past|confuse|mistake|lose|delete)(?= )`,
      `as (?:sure|surely|certain|certainly|inevitably) as (?:night|day|eggs|death|the sun|rain|mondays?)|(?:set|have set) (?:your|a) (?:watch|clock) by (?:it|this)`,
      `easy to (?:see|spot|notice|find|tell|avoid|check|prevent|catch|read|predict) (?:[^.;:]{0,60} )?(?:but|yet) (?:nobody|no one|no-one|none|they|he|she|everyone)(?= )`,
      `(?:clearly|obviously|plainly|evidently)(?: ,)? (?:[^ .;:]+ ){1,5}?(?:was|were|is) (?:a|an|the) (?:[a-z]+ly )?(?:bad|terrible|poor|stupid|awful|wrong|
        risky|dangerous|daft|silly|foolish|unwise|lousy) (?:idea|decision|choice|move|plan|call|moment|time)`,
      `(?:was|is|were) (?:a|an|such a) (?:really |truly |very |pretty |rather |spectacularly )?(?:bad|terrible|stupid|awful|daft|lousy|dreadful|foolish|silly|appalling) (?:idea|decision|move|call)(?= )`,
      `(?:could|can|might) have (?:told|warned) (?:you|u|them|him|her|anyone|everybody|everyone)(?= )`,
      `(?:only|just) (?:a )?(?:fool|madman|optimist|idiot|lunatic|gambler) (?:would|could)|(?:fool|idiot|muggle|amateur|child|baby|monkey|trained seal)(?: [^ .;:]+){0,3}? could have`,
      `(?:would|could|might|may) have (?:[a-z]+ )?(?:given (?:it|the game) away|been a (?:clue|hint|giveaway|tell))|dead giveaway`,
    ],
  },
];
