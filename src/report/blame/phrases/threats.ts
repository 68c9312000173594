import type { PhraseTable } from '../phrase-table.ts';

/** What somebody must, will or should suffer or do for it. */
export const threats: readonly PhraseTable[] = [
  {
    category: 'punitive',
    tier: 'block',
    view: 'actors',
    excusedBy: 'nothing',
    phrases: [
      `(?:{person}|{all}){tail} (?:should|must|will|shall|is going to|are going to|is to|are to|ought to|
        has to|have to|deserves? to|needs? to|
        would)(?: also| now| simply| just| no longer| not| never| immediately| definitely| finally){0,2} (?:be (?:fired|
        sacked|dismissed|demoted|disciplined|punished|reprimanded|suspended|retrained|re-trained|reminded|
        warned|replaced|removed|taken off|written up|penalised|penalized|fined|sued|charged|held|spoken to|
        named|sent|barred|banned|reassigned|shamed|accountable|ashamed|monitored|supervised|watched|excluded|
        blamed|more careful|leading|escorted|sidelined|allowed|trusted|required to (?:explain|apologi[sz]e|
        attend|complete|retake|justify|write)|made to|asked to (?:explain|apologi[sz]e|resign|justify|account|
        leave))|lose (?:their|his|her|all|deploy|access|production|commit|the|any|sudo)|have (?:their|his|her|
        its) (?:[^ ]+ ){0,4}?(?:access|rights|privileges|permissions|keys|sudo|role|bonus|pay|contract|
        commits?|laptop|admin) (?:[^ ]+ )?(?:revoked|removed|taken|reviewed|stripped|suspended|cut|withdrawn|
        terminated|pulled|docked|reduced|restricted)|go (?:on|to|back to|through) (?:[^ ]+ ){0,3}?(?:training|
        course|school|hr)|attend (?:[^ ]+ ){0,3}?(?:training|course|session)|retake|redo (?:the )?training|
        complete (?:[^ ]+ ){0,3}?training|resign|apologi[sz]e|explain (?:why|how|to|himself|herself|
        themselves|this|their|his|her)|face |answer (?:for|to)|pay (?:for|the|dearly)|think (?:twice|harder|
        before|about)|learn (?:to|from|the|how|that|not)|not (?:be )?(?:deploy|touch|merge)|regret|
        get (?:fired|sacked|a (?:warning|talking|dressing|formal|written)|written|what))`,
      `(?:{person}|{all}) (?:has|have|had|was|were|is|are|got|gets|getting|
        being)(?: now| since| also| already| finally| rightly| duly| formally| been| being){0,2} (?:been )?(?:fired|
        sacked|dismissed|demoted|disciplined|punished|reprimanded|suspended|retrained|re-trained|
        warned (?:formally|about (?:his|her|their)|not|that|twice|again|by)|spoken to|told off|told (?:not to|
        never to|to be more)|written up|reminded|named|barred|banned|sent home|shamed|removed from (?:the|
        on-call|his|her|their)|taken off|put on (?:notice|a|probation|leave|report|performance)|on (?:notice|
        probation|thin ice|final|her last|his last|their last|a performance)|skating|walked out|escorted|
        relieved of|stripped of|given (?:a|an|one|final|formal) (?:[^ ]+ )?(?:warning|reprimand|talking|
        ultimatum|chance)|docked|let go|shown the door|asked to leave|asked to resign|made to apologi[sz]e|
        expected to apologi[sz]e|in trouble|fired over|on the hook|for the chop|for it)`,
      `(?:name|shame|identify|single out|call out|fire|sack|punish|discipline|demote|dismiss|suspend|
        reprimand|retrain|replace|warn|shame|scold|penalise|penalize|remove|bar|ban|monitor|watch|supervise|
        bench|audit|escalate|report|lecture|berate|humiliate|confront|coach) (?:the |whoever |all |those |
        both )?[NRTPSV]=[^ ]+(?! (?:from the (?:list|load|pool|node)|rotation|about the (?:change|
        maintenance)))(?= (?:who|for|from|to|until|and|immediately|after|on|in|at|as|over|before|,|\\.|!|
        because|,))`,
      `(?:{person}|{all}) (?:need|needs|must|should|has|have|ought)(?: to)? (?:be |take |pay |exercise |
        show |use |start |stop |really |all |just )+(?:much |far |way |a lot |even |closer |being |
        so )*(?:more|better|greater|extra|closer|less|being|attention|due|careless|careful|ownership|
        responsibility|accountability) ?(?:careful|care|caution|cautious|attention|attentive|vigilant|diligen|
        discipline|ownership|responsib|accountab|mindful|careless|thorough|rigorous)?`,
      `(?:tell|told|telling|warn|remind|ask|order|instruct|inform|advise) (?:{person}|
        {all})(?: [^ .;:]+){0,4}? (?:not to|never to|to be (?:more )?(?:careful|responsible|cautious)|to stop|
        to pay|to think|to explain (?:himself|herself|themselves|why|how|the)|to (?:read|follow|test|check|
        do) (?:[^ .;:]+ ){0,5}?(?:next time|before|properly|carefully|in future|job)|that (?:this|it|such|
        P=[^ ]+|next|another))`,
      `(?:{person}|{all}) (?:will|would|shall|had|has|have|is|was) (?:not |never |
        hopefully )?(?:to )?(?:learn|learned|pay|paid|answer|regret|be sorry|get what|have to live|
        be made) (?:for|from|the|to|his|her|their|this|what|coming|it|dearly)`,
      `[NPRTV]=[^ ]+ 's (?:[^ ]+ ){0,3}?(?:bonus|promotion|performance review|next review|appraisal|contract|
        employment|salary|pay|job|career|access|rights|privileges|admin|production|sudo|deploy|
        on-call)(?: [^ .;:]+){0,4}? (?:revoked|removed|stripped|withdrawn|terminated|cut|docked|reconsidered|
        reflect|reflected|affected|at risk|on the line|suspended|taken|under review|in question|cancelled|
        not be renewed|pulled|denied|frozen|withheld)(?! (?:for all|per|by the (?:rotation|job)))`,
      `(?:raise|take|discuss|address|bring|deal with|note|record|reflect|mention|escalate|follow up|
        take up) (?:this|it|that|the matter|the incident|his|her|their|
        matters)? ?(?:up )?(?:[^ .;:]+ )?(?:with|in|to|at) (?:[NPRTV]=[^ ]+ 's|their|his|her|
        the [NRTV]=[^ ]+ 's) (?:[^ ]+ )?(?:manager|line manager|boss|lead|review|appraisal|performance|file|
        record|one-on-one|next review|supervisor|employer|evaluation|personnel)`,
      `(?:{person}|{all})(?: [a-z]+){0,3} (?:moved|taken|kicked|pulled|thrown|bumped|dropped|struck) (?:off|
        from) (?:the |this |our )?(?:team|project|rotation|rota|on-call|R=on-call|account|case|roster|
        schedule|bridge)`,
      'make {person} (?:present|explain|apologi[sz]e|write|attend|stand|redo|pay|answer|justify|read|clean|watch)',
      'strip (?:{person}|{all}) of',
      '{role} wants (?:names|heads|blood|answers|a scapegoat|somebody|someone)',
      'make (?:{all}|{person}) (?:pay|think|follow|read|understand|listen|behave)',
      'let(?:ting)? {person} go(?= [.!,;]| $| for| over| after)',
      `(?:report|escalate|raise|discuss|address|document|review|reconsider|question) (?:his|her|their|
        {person} 's) (?:[a-z]+ )?(?:behaviou?r|conduct|attitude|performance|future|suitability|place|
        employment)`,
      `(?:{person}|{all}|people)(?: [a-z]+)? (?:have|has|need|needs|must|should|ought)(?: to)? (?:finally |
        really |just )?(?:start|begin) (?:taking|paying|caring|thinking|reading|listening|behaving|owning|
        following|acting)`,
      `{person}{adv} (?:lost|loses|lose|forfeits|forfeited|had|has had) (?:his|her|their|its) {gap}(?:rights|
        access|privileges|permissions|admin|sudo|badge|bonus|job|position|promotion|keys)(?: (?:revoked|
        removed|taken|after|until|for|as|because|over)|(?= [.!?,]))`,
      `(?:{person}|{all}) (?:is|are|was|were|has been|have been) (?:no longer|not) (?:allowed|permitted|
        welcome|trusted|to be|going to be) (?:to |on |near |in )*(?:deploy|merge|push|touch|lead|run|approve|
        production|call|on-call|be|the|operate|left|trusted|given)`,
    ],
  },
];
