import type { PhraseTable } from '../phrase-table.ts';

const comic =
  '(?:teapot|fireguard|screen door|bicycle|submarine|ashtray|motorbike|marzipan|canoe|custard|jelly|soup|trapdoor|umbrella|sundial|candle|snail|sloth|' +
  'glacier|brick|balloon|hammer|sieve|colander|doorstop|paperweight|parachute|raincoat|lighthouse|handbrake|snowman|waxwork|scarecrow|statue|spoon|sponge|' +
  'chocolate [a-z]+|paper [a-z]+|glass [a-z]+|wet [a-z]+|inflatable [a-z]+|one-legged [a-z]+|bag of [a-z]+|box of [a-z]+|herd of [a-z]+)';
const quality =
  '(?:finesse|grace|coordination|urgency|subtlety|precision|care|skill|elegance|charm|foresight|planning|dexterity|tact|enthusiasm|calm|awareness|delicacy|' +
  'wisdom|organisation|organization|competence|confidence|understanding|agility|composure|discipline|polish|professionalism|attention span|situational awareness)';
const beast =
  '(?:headless [a-z]+|blindfolded [a-z]+|drunk(?:en)? [a-z]+|toddlers?|three-year-old|bull|elephants?|deer|rabbits?|puppy|learner|tourists?|amateurs?|circus|clown car|clowns?|' +
  'keystone|lemmings|sheep|monkeys?|chimp|chimps|chimpanzee|child|children|kids?|lost [a-z]+|startled [a-z]+|frightened [a-z]+|panicked [a-z]+|goldfish|dog with|cat on)';
const crutch =
  '(?:training wheels|stabilisers|stabilizers|l-plates|water wings|armbands|babysitters?|babysitting|nursemaid|nanny|adult supervision|an adult|grown-ups?|hand-holding|' +
  'spoon-feeding|crayons|colouring book|coloring book|picture book|seatbelt)';
const thing =
  '(?:backups?|tests?|testing|a checklist|checklists?|a runbook|a rollback|rollbacks?|a canary|version control|monitoring|an index|indexes|a transaction|transactions|staging|a where clause|dry runs?|code review|least privilege|[a-z]+ing)';
const cannot =
  '(?:would|does|do|did|could|can) not (?:even |really )?(?:know|recognise|recognize|tell|spot|identify|distinguish|see)';

/** Ability told in likenesses and understatement. */
export const likenesses: readonly PhraseTable[] = [
  {
    category: 'incompetence',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      `as (?:much )?(?:[a-z]+ )?as (?:a |an |the )?(?:[a-z-]+ ){0,2}?${comic}(?= )`,
      `all the ${quality} (?:and [a-z]+ )?of (?:a|an|the|two|ten|somebody|someone)(?= )`,
      `(?:like|resembled|reminded (?:us|me) of|worthy of) (?:watching )?(?:a |an |the |some |so many |a bunch of |a group of |a herd of )?${beast}(?= )(?! (?:process|processes|patch|node|nodes|element|theme|record|menu|
        table|workflow|span|job|thread|org|directory|object|class))`,
      `${cannot} (?:[^ .;:]+ ){1,8}?(?:if|when|unless) (?:it|one|they|you) (?:[a-z]+ )?(?:bit|hit|slapped|jumped|fell|walked|landed|sat|introduced|came|drew|painted|shouted|punched|stung)(?= )`,
      `(?:needs?|needed|requires?|required|without|wearing|lost|wants?|deserves?|use) (?:[a-z]+ ){0,2}?${crutch}(?= )`,
      `(?:passing|nodding|casual|fleeting|distant|tenuous) acquaintance with|(?:yet to be|never been|not been) (?:properly )?introduced to|a (?:complete |total |perfect )?stranger to`,
      `lights (?:were|are|was) on (?:[^ .;:]+ ){0,2}?(?:nobody|no one|no-one)|skill issue|git gud|l2p|get good|learn to computer|(?:pebkac|rtfm)|lost in the (?:woods|sauce)|
        (?:more )?theoretical than practical|more (?:luck|confidence|enthusiasm|bravado|swagger|opinion|opinions|hair) than (?:judg(?:e)?ment|ability|skill|skills|knowledge|sense|talent|understanding|experience)`,
      `takes? (?:a |an )?(?:real|special|rare|true|genuine|serious|particular|certain|uncommon|unusual) (?:talent|genius|gift|artistry|dedication|flair|skill) to [a-z]+`,
      `(?:beyond|above|outside|exceeds|exceeded) (?:the )?(?:abilities|ability|skills?|capabilit(?:y|ies)|talents?|grasp|wits?|competence|comprehension|skill set|intellect) of (?:[a-z-]+ ){0,3}?(?:{folk}|team|lead|shift|desk|crew)(?= )`,
      `who (?:[a-z]+ )?(?:learned|learnt|discovered|googled|heard of|heard about|read about|first saw|met) (?:[^ .;:]+ ){1,6}?(?:last week|yesterday|
        this morning|on youtube|from youtube|from a (?:video|blog|book)|on the way|during the incident|on wikipedia|over lunch|the day before)`,
      `(?:foggiest|faintest|remotest|vaguest)(?= (?:how|what|why|where|which|about|[.,!?])|$)`,
      `(?:his|her|their) (?:grasp|understanding|knowledge|command|idea|notion|concept) of (?:[^ .;:]+ ){1,5}?(?:is|was|turned out|proved|seems|seemed|appears|appeared|began|ended|stops|stopped)(?= )`,
      `(?:elevator|lift|penny|brain|light) (?:[a-z]+ )?(?:does|did|do) not (?:go|reach|drop|come)|(?:few|couple of) (?:[a-z]+ )?(?:short of|shy of|missing from)|(?:sandwiches|cards|bricks|beers|tiles|bits|nodes|threads) short of`,
      `(?:concept|idea|notion|purpose|point|meaning|art|practice) of (?:[^ .;:]+ ){1,4}?(?:is|was|are|were|seems|seemed|remains|remained) (?:[a-z]+ ){0,2}?(?:new|foreign|alien|lost|unknown|news|a mystery|beyond|wasted) (?:to|on)?(?= )`,
      '(?:promoted|hired|chosen|picked) for (?:his|her|their) (?:charm|looks|enthusiasm|slides|golf|personality)|(?:winner|winners) of the (?:lottery|raffle)',
    ],
  },
  {
    category: 'incompetence',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `{human}{tail} ${cannot} (?:a |an |his |her |their |one |the )?[^ ]+ from (?:a|an|his|her|their|another|the other|the)(?= )`,
      `as R=[^ ]+(?: ,)? (?:{single}) (?:makes?|made|would make) (?:a|an)(?= )`,
      `(?:is|are|was|were|remains?|remained|seems?|seemed|proved) (?:[a-z]+ ){0,3}?(?:a (?:complete |total |bit of a |real )?(?:mystery|closed book|foreign (?:concept|language|
        country)|alien concept)|double dutch|all greek|rocket science|news) to (?:{blamed}|them|him|her)(?= )`,
      '{human}{tail} (?:has|have|had) (?:[a-z]+ly )?never (?:[a-z]+ly )?(?:heard of|met|encountered|been told about) ' +
        `${thing}(?= )`,
      `{human}{tail}{adv} (?:copy-pasted|copied and pasted|copied|pasted|lifted|googled|cribbed|asked chatgpt|vibe-coded) (?:[^ .;:]+ ){0,5}?(?:from (?:the internet|stack overflow|stackoverflow|chatgpt|a blog|google|
        youtube|a forum|reddit|an ai)|and (?:hoped|prayed)|his way|her way|their way|it)(?= )`,
      '{human}{tail} (?:should|had better|might|may want to|ought to|would do well to) (?:really |maybe |perhaps |probably |just )?(?:stick|have stuck|go back) (?:to|with) (?!the )[^ ]+',
      'S=[^ ]+ (?:please |should |could |needs to |has to |ought to |really |must )*(?:teach|show|explain to|tell|buy|give|lend|hand) {adj}{blamed} (?:what|how|where|that|why|a|the (?:difference|basics|manual))(?= )',
      `{blamed}{tail}{adv} (?:has|have|had|having|got|with) (?:not |no |not the |never )?(?:enough|insufficient|poor|low|very little|too little|so little|weak|limited|inadequate|
        less|lack of|not much|few) (?:of )?(?:basic |technical |real |any |the )*(?:skills?|knowledge|experience|abilit(?:y|ies)|competence|understanding|capability|qualifications?|expertise|training|brain|sense)(?= )`,
      `{human}{tail}{adv} (?:ran|run|runs|went|goes|sat|stood|stared|flapped|wandered|behaved|acted|reacted|looked|worked|typed) (?:[a-z]+ ){0,2}?like (?:a |an |the |so many )?${beast}(?= )`,
      `{human}{tail}{adv} (?:learned|learnt) (?:[^ .;:]+ ){1,4}?(?:from youtube|on youtube|from a (?:video|blog|cereal)|last week|yesterday|the night before)(?! that)`,
      `{blamed}{tail} (?:thought|thinks|believed|believes|seems to think|was convinced) (?:that )?(?:[a-z]+ )?(?:is|was|are|were|meant|means|stands for) (?:a|an|the) (?:brand|kind of|type of|sort of|make of|cocktail|dance|band|sandwich)`,
    ],
  },
];
