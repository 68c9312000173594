import type { PhraseTable } from '../phrase-table.ts';

const mock =
  '(?:ever-vigilant|ever-helpful|ever-watchful|ever-reliable|ever-popular|all-knowing|all-seeing|eagle-eyed|esteemed|illustrious|vaunted|much-vaunted|much-praised|beloved|celebrated|' +
  'trusty|fearless|noble|glorious|learned|distinguished|highly paid|well-paid|world-class|crack|lovely|dear)';
const hurtful =
  '(?:moved|changed|broke|cut|decided|forgot|turned|switched|pulled|renamed|pushed|deleted|thought|blocked|shipped|never|ignored|deployed|killed|took|sent|launched|rotated|unplugged|removed|sold|signed|' +
  'disabled|reset|rebooted|let|left|sat|managed|wanted|knew|spent|bought|chose|insisted|refused|could not|did not)';
const conduct =
  '(?:(?:played|plays|were playing|was playing) (?:ping-pong|ping pong|tennis|table tennis|pass the parcel|hot potato|tag|musical chairs|hide and seek|chicken|whack-a-mole|games)|bounced (?:the|our|it|every|this|us|I=us)|(?:marked|marks|graded) (?:its|their) own homework|' +
  '(?:was |were |is |are )?(?:fiddled|fiddling|fiddles) while|hogged|hoarded|promised (?:us |I=us |everyone )?(?:the (?:moon|earth|world|stars)|heaven)|sold (?:us |I=us |customers )?(?:a (?:pup|lemon|dream|promise)|snake oil|smoke|something that|things that|features? that)|' +
  'moved (?:at|with) (?:a |the )?(?:glacial|snail|leisurely|speed of|usual|pace of)|took (?:[^ .;:]+ ){1,4}?to (?:wake up|notice|react|realise|realize|care|lift|get out of|admit|bother|answer|respond|get round|get around|find)|(?:eventually|finally|at last) (?:woke|deigned|noticed|bothered|condescended)|deigned|condescended|' +
  'graced (?:us|I=us)|could not (?:find (?:the )?time|spare|bring (?:itself|themselves)|be (?:found|moved|troubled)|run a|organise|organize)|found no time|(?:clearly |evidently |again )?neglected to|did not see fit|saw no (?:need|reason|point)|never saw fit|never thought of|never gave (?:it )?a (?:second )?thought|' +
  '(?:is|are|was|were) a (?:black hole|graveyard|one-way street|law unto|closed shop|bottleneck)|(?:is|are) where (?:tickets|requests|projects|questions|alerts|bugs) go|(?:has|have) (?:a|the|its|their) (?:talent|gift|knack|genius|flair|history|tradition|reputation) (?:for|of)|' +
  'rearranged (?:the )?deck ?chairs|(?:was|were) rearranging|buried (?:it|us|I=us) in|hid behind (?:the|its|their|a)|ran for (?:cover|the hills)|(?:was|were) nowhere (?:near|in sight)|vanished (?:when|as|at|the moment)|went (?:home|fishing|to lunch|awol|on holiday)(?! (?:at|after the (?:handover|shift)))|' +
  'could not (?:care|agree)|lives? in (?:its|their) own|(?:speaks?|talks?|spoke|talked) (?:to|with) (?:nobody|Z=[^ ]+)|does what it likes|do what they like|(?:sees|saw) (?:itself|themselves) as|(?:was|were) too busy [a-z]+ing|(?:was|were) busy [a-z]+ing (?:[^ .;:]+ ){0,8}?while)';

/** Groups and suppliers told in images and irony. */
export const groupIdioms: readonly PhraseTable[] = [
  {
    category: 'team-blame',
    tier: 'block',
    view: 'words',
    excusedBy: 'nothing',
    phrases: [
      'in (?:its|their|his|her|our) (?:infinite|boundless|collective|great|unfathomable|usual|inscrutable) (?:wisdom|genius|brilliance)',
      `(?:powers that be|bean counters|bean-counters|higher-ups|top brass|(?:pen|pencil|paper) pushers|pen-pushers|pencil-pushers|paper-pushers|empty suits|desk jockeys|penny pinchers|penny-pinchers|armchair (?:generals|architects|experts)|suits (?:upstairs|decided|thought|wanted|who)|lords and masters)(?= )`,
      `(?:left|right) hand (?:[^.;:]{0,80} )?(?:know|knows|knew|tell|telling|told|talk|talks|speak|speaks|heard) (?:[^ .;:]+ ){0,4}?(?:right|left|other)(?= )`,
      `(?:sound|silence) of crickets|crickets(?= [.!?]|$)|tumbleweeds?(?= (?:from|[.!?,])|$)|deafening silence|(?:god|heaven|lord) (?:love|help|bless|forgive|preserve) (?:him|her|them|us all)|bless (?:them|him|her|their|his|its|your)(?: (?:hearts?|little|cotton|souls?))?(?= )`,
      `(?:geniuses|heroes|overlords|masters|wizards|brains trust|brain trust|masterminds|visionaries) (?:in|at|from|over in|over at|upstairs|of)(?: [^ .;:]+){0,3}? (?:[a-z]+ly )?${hurtful}(?= )`,
      `(?:friends|chums|pals|mates|cousins|neighbours|colleagues|good people|lot|boys|folks?) (?:in|at|from|over in|over at|upstairs|on)(?: [^ .;:]+){0,3}? (?:[a-z]+ly )?${hurtful} (?:[^ .;:]+ ){0,8}?(?:without (?:a|telling|asking|any|so|warning|notice)|again|
        and (?:told|forgot|never|said)|as usual|for fun|yet again)`,
      `(?<=(?:our|the|their|your|those) )${mock} (?:[a-z-]+ ){0,2}?(?:{folk}|team|teams|lead|desk|shift|vendor|provider|supplier|group|department|crew|management|leadership|partner|colleagues in [a-z]+)(?= )(?! (?:{helpful}|{rescued}) )`,
      `let down (?:[a-z]+ ){0,2}?by (?:[a-z-]+ ){0,4}?(?:{folk}|team|vendor|provider|supplier|management|leadership|department|group|partner|carrier|them|him|her|[a-z]+ team)(?= )`,
      `(?:as|so) (?:often|usual|ever|always) (?:happens )?(?:when|where|whenever|with|if) (?:[a-z-]+ ){0,4}?(?:{folk}|team|vendor|provider|management|department|group|leadership)(?= )`,
      `(?:when|whenever) (?:the |our )?(?:[a-z-]+ )?(?:team|vendor|department|group) (?:is|are|was|were|gets?) involved`,
      `(?:fox|foxes) (?:guarding|in charge of|in) the (?:hen|chicken|coop)|too many cooks|rearranging (?:the )?deck ?chairs|all (?:chiefs|generals) and no|pass the parcel with|(?:ping-pong|pingpong) with (?:the|our|this)|(?:threw|thrown|tossed|lobbed|chucked) (?:[^ .;:]+ ){0,4}?over the (?:wall|fence)`,
    ],
  },
  {
    category: 'team-blame',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `{group}{tail}{adv} ${conduct}(?= )`,
      `{role}{tail}{adv} (?:kept|keeps|sat on) (?:[^ .;:]+ ){1,5}?to (?:itself|themselves|himself|herself)`,
      `(?:radio silence|deafening silence|stony silence|silence|crickets|tumbleweeds?|nothing|not a word|not a peep|zip|nada) (?:at all )?(?:from|out of) {adj}{role}(?! (?:dashboard|feed))(?= [.,!?;]| (?:for|until|all|since|despite|while))`,
      'what (?:exactly |precisely |on earth )?(?:do|are|did) I=we (?:even |actually |still )?(?:pay|paying) (?:{human}|them|him|her) (?:[a-z]+ )?for',
      'I=we (?:pay|paid|are paying) {adj}{role} (?:[^ .;:]+ ){0,8}?(?:for this|for nothing|to (?:ignore|sleep|watch|sit|do nothing|break)|and (?:this|I=we|all I=we) (?:get|got|is|was))',
      `(?:thanks|thank you) to {adj}{role} (?:, )?(?:I=[^ ]+|C=[^ ]+|E=[^ ]+|T=[^ ]+|R=[^ ]+) (?:[a-z]+ )?(?:heard|learned|learnt|found out|read|discovered) (?:[^ .;:]+ ){0,4}?(?:from|on|in|via|by)`,
      `{group} (?:(?:backend|frontend|network|platform|mobile|data|infra|always|usually|just|often) )?(?:never|always not|not|no|still not) (?:ever )?(?:inform|tell|test|check|read|answer|reply|update|follow|care|listen|ask|announce|communicate|respond|warn|review|document|help|finish|deliver|coordinate|monitor|verify|confirm|share)(?= )(?! (?:to |for )?(?:the )?(?:same|page))`,
      `{role}{tail} (?:do|does) not (?:[a-z]+ )?(?:answer|reply|read|test|listen|care|document|communicate|talk|respond|check|bother|help|share)(?: [^ .;:]+){0,6}?(?: ,)? (?:and )?(?:do|does) not (?:[a-z]+ )?(?:answer|reply|read|test|listen|care|document|communicate|talk|respond|check|bother|help|share)(?= )`,
      `(?:because of|due to|by) (?:the )?(?:politics|egos|infighting|turf wars?|dithering|slowness|silence|incompetence|indecision|laziness) (?:in|of|at|within|between|inside) {adj}{role}`,
      `{role}{tail}{adv} (?:sold|promised|announced|committed to|signed|launched) (?:[^ .;:]+ ){1,6}?(?:that|which) (?:does|do|did|could|can|would) not (?:even )?(?:exist|work|possible|be|scale)`,
      `{blamed}{tail}{adv} (?:left|leave|leaves|leaving) {human} to (?:clean|pick|mop|sort|deal|find out|guess|explain|fix|face|carry)(?= )`,
    ],
  },
];
