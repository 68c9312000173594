import type { PhraseTable } from '../phrase-table.ts';

const very =
  '(?:(?:too|so|very|rather|quite|both|simply|just|far|way|more|the most|a bit|a little|once again|again|still|[a-z]+ly) ){0,3}';
const group =
  '(?:team|teams|management|leadership|vendor|provider|supplier|department|squad|group|side|shift|staff|office|company|partner)';
const near = '(?:(?:the|a|an|our|their|some|certain|one|of|senior|whole|entire|[a-z]+) ){0,3}?';

/** Judgements built from words for traits and vices: who is said to have one, whose deed shows one. */
export const traitJudgements: readonly PhraseTable[] = [
  {
    category: 'character-judgement',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `{human}{tail}{adv} (?:is|was|were|are|seems?|seemed|appeared|sounded|looked|became|becomes|got|gets|remained|
        stayed|has been|have been|had been|acted|acts|behaved|proved)(?: being)? ${very}(?:[a-z-]+ (?:and|or|
        ,) )?{trait}(?= )`,
      "[NPRTVSE]=[^ ]+ 's (?:[a-z-]+ ){0,2}?{vice}(?= )",
      `{human}{tail}{adv} (?:is|was|were|are) (?:just |simply |only |once again |again )*being (?:a bit |so |
        deliberately |too )?(?:difficult|awkward|precious|dramatic|cheap|clever|silly|pedantic|territorial|greedy|
        unreasonable|impossible|obtuse|coy|negative|cute|brave|heroic|lazy)`,
      `{human}{tail}(?: [a-z]+)? {traitly} (?!(?:and|or) )[a-z-]+`,
      '{traitly} (?:[^ .;:]+ ){0,3}?by {human}',
      `{human}{tail}{adv} (?:acted|behaved|reacted|responded|replied|conducted (?:himself|herself|themselves|
        itself)) (?:[^ .;:]+ ){0,3}?(?:like (?:a |an )?(?:child|children|cowboy|cowboys|toddler|fool|fools|
        amateurs?|it was|they own)|badly|appallingly|disgracefully|shamefully|poorly|in bad faith|out of spite)`,
      `{human}{tail}{adv} (?:displayed|showed|shows|exhibited|demonstrated|betrayed|revealed|has|had|
        have) (?:[^ .;:]+ ){0,3}?(?:{vice}|(?:disregard|contempt|disrespect) for)(?= )`,
      `{blamed}{tail}{adv} (?:could not|can not|would not|will not|did not want to|was not going to) (?:be told|
        wait (?:for|until|to)|admit|take no for an answer|listen(?: to)?|let go|own up|stop showing off|swallow|
        leave well alone)(?= )`,
      `{blamed}{adv} (?:treats?|treated|regards?|regarded|saw|sees) (?:[^ .;:]+ ){1,4}?(?:as (?:a |an )?(?:optional|
        somebody else|someone else|a joke|a game|a toy|beneath|nuisance|suggestion|suggestions|paperwork)|like a)`,
      `{blamed}{adv} (?:talked|shouted|barked|yelled|snapped|swore|shrugged|laughed|joked|argued|bickered|squabbled|
        complained|boasted|grumbled|rolled (?:his|her|their) eyes)(?= )`,
      `{blamed}{adv} (?:put|placed|valued) (?:[^ .;:]+ ){1,5}?(?:before|ahead of|above|
        over) (?:[^ .;:]+ ){0,2}?(?:safety|reliability|stability|quality|customers|the customer|everyone|duty|care|
        correctness|security|testing)`,
      `{blamed}{adv} (?:did|does|do) (?:whatever|what|as) (?:he|she|they|it|P=[^ ]+|suits) (?:[a-z]+ )?(?:likes?|
        liked|pleases?|pleased|wanted|wants|felt like|him|her|them)`,
      `{blamed}{adv} (?:thinks?|thought|believes?|believed) (?:[^ .;:]+ ){0,4}?(?:above|too good for|untouchable|
        infallible|entitled|know best|knows best|knew best|knew better|rules (?:are|were|do))`,
      `{blamed}{tail}{adv} (?:dug (?:his|her|their|its) heels in|dug in|would not budge|refused to budge|turned (?:his|her|their) nose|looked down (?:his|her|their)|bit (?:his|her|their) tongue|stuck (?:his|her|their) head|buried (?:his|her|their) head|threw (?:a|his|her) (?:tantrum|fit|weight)|walked out|stormed out|hung up on|shot the messenger|passed the blame|covered (?:his|her|their) tracks|told (?:a lie|lies|half)|lied|cheated|bluffed|fibbed|pretended|faked|made (?:it|something|things) up|could not care|played dumb)(?= )`,
      '{blamed} (?:prefers?|preferred|would rather|would sooner) [a-z]+(?:ing)? (?:[^ .;:]+ ){0,4}?(?:to|than) (?:[a-z]+(?:ing)?)(?= )',
    ],
  },
  {
    category: 'character-judgement',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `{trait} (?:[a-z-]+ ){0,2}?{folk}(?= )(?! (?:pod|pods|process|image|pattern|api))`,
      `(?!(?:erratic|defensive|lazy|naive|naïve|flaky|casual|dim|lax|
        inflexible) ){trait} (?:and [a-z-]+ )?(?:[a-z-]+ )?{deed}(?= )(?! of (?:x|the|[a-z]+s) )`,
      `(?:his|her|their|our|whose|management's|everyone's) (?:[a-z-]+ ){0,2}?{vice}(?= )`,
      `{vice} (?:of|on the part of|by|among|amongst|from|in|within|at) ${near}(?:{folk}|${group})(?= )`,
      `(?:sheer|pure|plain|utter|gross|blatant|collective|wilful|willful|rank|outright|blind|professional|corporate|
        institutional|out of|through|due to|owing to|because of|thanks to|down to|caused by|born of|a case of|
        a matter of|result of|product of|sign of|signs of|culture of|mixture of|combination of|blend of|act of|
        fit of|moment of|instance of|example of) (?:(?:sheer|pure|plain|simple|gross|utter|individual|personal|his|
        her|their) )?{vice}(?= )`,
      `(?:was|were|been|being|got) {traitly} [a-z-]+(?:ed|t|n)(?= )`,
      `{vice} (?:is|was|:|led|cost|caused|meant|won|kept|let|got|made)(?= )`,
      `(?:a|an|the|such|this|that|its|same|usual) (?:[a-z-]+ )?(?:devil-may-care|could-not-care-less|not-my-problem|
        us-and-them|it-works-on-my-machine|fire-and-forget|happy-go-lucky|laissez-faire|gung-ho|cowboy|
        blame-shifting|box-ticking|tick-box|lackadaisical|couldn't-care-less|clock-watching) (?:attitude|mentality|
        approach|culture|mindset|style|engineering)`,
      `(?:out for|looking out for|only out for|covering|saving|protecting) (?:himself|herself|themselves|number one|
        (?:his|her|their) own (?:skin|skins|back|backs|neck|necks|hide))`,
      `(?:chip|chips) on (?:his|her|their) shoulders?|too big for (?:his|her|their) boots|(?:full of|
        thinks? (?:highly|a lot) of) (?:himself|herself|themselves)|on (?:autopilot|a power trip|an ego trip)|
        (?:took|taking|taken) (?:the )?(?:lazy|easy) (?:way|route|option|path)(?: out)?|(?:went|gone|
        going) through the motions|(?:mind|minds|thoughts|head) (?:was|were) (?:elsewhere|on other things|
        somewhere else|not on)|(?:asleep|drunk|lazing|loafing|slacking|skiving) on (?:the job|duty)|(?:rode|riding|
        ride) roughshod|(?:threw|throwing|throw) (?:his|her|their) (?:weight|toys|hands)|(?:with )?(?:no|
        zero) (?:shame|remorse|scruples|qualms|second thoughts)(?: at all)?|(?:not|nothing) (?:his|her|
        their) (?:problem|concern|business)`,
    ],
  },
];
