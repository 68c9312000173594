import { capital, letter, small } from './letters.ts';
import type { Candidate, Rule } from './rule.ts';

const word = `[${capital}][${letter}'’-]*`;
const title =
  'Mrs?|Ms|Miss|Mx|Dr|Prof|Herr|Frau|Khun|Señora?|Sra|Mme|Mlle|Monsieur|Madame|Signora?|Senhora?|Mevrouw|Meneer';
const titles = new RegExp(`^(?:(?:${title})\\.? )+`);
const beginsSmall = /^[a-z]/;
const hasSmall = new RegExp(`[${small}]`);
const initial = new RegExp(`^[${capital}]\\.?$`);
const particle = '(?: (?:van|von|de|der|den|del|della|di|da|dos|du|la|le|bin|binti|al|el|ibn|ter|zu|y))';
const fullName = `${word}(?: [${capital}]\\.)?(?:${particle}{0,3} ${word}){1,2}`;

/** Words that are written with a capital beside "customer" or "user" in titles and mean no person. */
const noName = new Set(
  'access account accounts ack action active admin affairs agent alarm alert alerts analytics and api app apps auth authentication authorization backend balancer base billing board browser bucket cache care cart catalog center centre certificate channel checkout city class client cloud cluster code collector complaints config connect connection connections console container contact core cost count cpu critical dashboard data database db default delivery deploy desk device devices directory disk domain down edge email end engineering engine error errors event events experience export facing failed failure failures feed feedback file firing first flow frontend gateway global graph group groups handler health high hub id identity impact impacting import incident info insights integration interface internal invalid is issue issues job journey key kill lag latency level library limit list load log login logs loss low mail management manager master memory message messages metadata metrics mobile monitor monitoring network no node not notes notification notifications number office on onboarding online open operation operations order orders outage page panel payment payments plan platform policy pool portal pod process processing product production profile project protocol provider proxy queue quota rate record records region registration registry relations report reporting request requests reset resource response retention role rule runtime sales search security segment server service services session sessions settings sev shard sign signup site sla slack slo software space stack staging state status storage store stream success support survey sync system table team teams tenant test threshold ticket tickets tier timeout token tool tools total traffic transaction transactions type unable unit up update updates uptime usage user users verification version view vm volume vpc warning web webhook website workflow zone facebook google amazon microsoft azure aws github gitlab slack datadog grafana pagerduty monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december new old the this that we our they he she it i id api http https tcp sql post get put delete redis postgres kafka kubernetes linux windows macos chrome firefox safari android ios north south east west europe asia africa america private public premium enterprise standard basic gold silver free trial beta unique advanced top key next last all any some'.split(
    ' ',
  ),
);

function isPersonName({ value }: Candidate): boolean {
  const words = value.split(/[\s.]+/).filter((part) => part !== '' && !beginsSmall.test(part));
  return (
    words.length >= 2 &&
    words.every((part) => !noName.has(part.toLowerCase()) && (part.length === 1 || hasSmall.test(part)))
  );
}

/** `Mrs. Eleanor Whitcombe` and `eleanor  whitcombe` are one person. */
function nameIdentity(value: string): string {
  return value
    .replace(
      /^(?:(?:mrs?|ms|miss|mx|dr|prof|sir|madam|herr|frau|khun|se[ñn]ora?|sra|mme|mlle|monsieur|madame|signora?|senhora?|mevrouw|meneer)\.? +)+/i,
      '',
    )
    .replace(/['’]s$/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

let rules: readonly Rule[] | undefined;

/** The rules for names of people in places where a person is spoken of; a bare name elsewhere needs the roster. */
export function personNameRules(): readonly Rule[] {
  const person = { kind: 'personal', name: 'person', identity: nameIdentity, repeats: true } as const;
  rules ??= [
    {
      ...person,
      triggers:
        'mr|ms|miss|mx|dr|prof|herr|frau|khun|señor|sra. |mme|mlle|monsieur|madame|signor|senhor|mevrouw|meneer'.split(
          '|',
        ),
      pattern: new RegExp(
        `(?<![${letter}\\d])(?:(?:${title})\\.? ){1,3}(?:${fullName}|${word})(?![${letter}\\d])`,
        'g',
      ),
      check: ({ value }) => {
        const name = value.replace(titles, '');
        const words = name.split(' ');
        return words.every((part) => (initial.test(part) || hasSmall.test(part)) && !noName.has(part.toLowerCase()));
      },
    },
    {
      ...person,
      triggers: [
        'customer',
        'client',
        'user',
        'caller',
        'patient',
        'employee',
        'holder',
        'passenger',
        'subscriber',
        'guest',
        'contact',
        'behalf',
        'member',
        'visitor',
        'buyer',
        'tenant',
        'student',
        'colleague',
        'reported by',
        'creator ',
        'player ',
        'seller ',
        'merchant ',
        'applicant ',
        'journalist ',
        'refund',
        'invoice ',
        'complain',
        'order for',
        'order of',
        'account of',
        'data of',
      ],
      pattern: new RegExp(
        `(?<![${letter}\\d])(?:[Cc]ustomers?|[Cc]lient|[Uu]ser|[Cc]aller|[Pp]atient|[Ee]mployee|(?:[Aa]ccount|[Cc]ard) ?holder|[Pp]assenger|[Ss]ubscriber|[Gg]uest|[Cc]ontact(?:ed)?|[Oo]n behalf of|[Mm]ember|[Vv]isitor|[Bb]uyer|[Ss]tudent|[Cc]olleague|[Rr]eported by|creator|player|seller|merchant|applicant|journalist|[Rr]efund(?:ed)? (?:for|to|of)|invoice (?:for|of)|[Cc]omplain(?:t|ed)? (?:from|by|of)|order (?:for|of)|(?:account|data) of)(?: name)?(?: is| was| named| called|:|,|=| -)? ["'(]?(${fullName})(?![${letter}\\d])`,
        'g',
      ),
      check: isPersonName,
    },
    {
      ...person,
      triggers: ['@'],
      pattern: new RegExp(`(?<![${letter}\\d])${fullName}(?=(?:,? ?[<(](?:mailto:)?|,? |: )[\\w.+'-]{1,64}@)`, 'g'),
      check: isPersonName,
    },
    {
      ...person,
      triggers:
        'fullname|full_name|full name|firstname|first_name|first name|lastname|last_name|last name|given|family|surname|customer|client_name|client name|clientname|username|user name|user_name|contact|caller|patient|holder|real'.split(
          '|',
        ),
      pattern: new RegExp(
        `\\b(?:full|first|last|given|family|sur|customer|client|user|contact|caller|patient|cardholder|card_holder|account_holder|real)[ _-]?[Nn]ame\\\\*["']?\\s{0,2}[:=]\\s{0,2}\\\\*["']?(${word}(?:${particle}{0,3} ${word}){0,2})(?![${letter}\\d_-])`,
        'g',
      ),
      check: ({ value }) => value.length > 1 && value.split(' ').every((part) => !noName.has(part.toLowerCase())),
    },
    {
      ...person,
      triggers: ['คุณ', 'นาย', 'นาง', 'ลูกค้า'],
      pattern:
        /(?:(?<![\u0e00-\u0e7f])|(?<=ลูกค้า|ผู้ใช้|ชื่อ|กับ|ของ|โดย|จาก))(?:ลูกค้า ?)?(?:(?:คุณ(?!ภาพ|สมบัติ|ค่า|ลักษณะ|ธรรม|ประโยชน์)|นาย(?!ก)|นางสาว|นาง) ?[\u0e00-\u0e7f]{2,30}(?: [\u0e00-\u0e7f]{2,30})?)/g,
    },
  ];
  return rules;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** Makes the rule for names that were handed in; a name of one word is matched in its own spelling only. */
export function rosterRule(names: readonly string[]): Rule | null {
  const known = [...new Set(names.map((name) => name.trim().slice(0, 120)))].filter((name) => name.length > 1);
  if (known.length === 0) return null;
  const sources = known
    .sort((a, b) => b.length - a.length)
    .map((name) => {
      const anyCase = /\s/.test(name);
      const letters = anyCase ? [...name].map((letter) => bothCases(letter)).join('') : escaped(name);
      return letters.replace(/\s+/g, '\\s{1,3}');
    });
  return {
    kind: 'personal',
    name: 'person',
    triggers: [],
    pattern: new RegExp(`(?<![${letter}\\d_])(?:${sources.join('|')})(?![${letter}\\d_])`, 'g'),
    identity: nameIdentity,
  };
}

function bothCases(letter: string): string {
  const lower = letter.toLowerCase();
  const upper = letter.toUpperCase();
  return lower !== upper && [...lower].length === 1 && [...upper].length === 1
    ? `[${lower}${upper}]`
    : /\s/.test(letter)
      ? ' '
      : escaped(letter);
}
