import type { Incident, TimelineEntry } from '../incident/incident.ts';
import { textOf } from './describe-entry.ts';

/** One sentence about the impact, and the timeline entry it stands in. */
export interface Saying {
  readonly seq: number;
  readonly text: string;
}

/** The sides of the impact that a report says something about, in its order. */
export const impactSubjects = [
  'requests',
  'users',
  'orders',
  'regions',
  'data_loss',
  'tickets',
  'money',
  'slo',
] as const;

type ImpactSubject = (typeof impactSubjects)[number];

interface Telltale {
  /** What a note about the impact must say to be about this subject. */
  readonly inImpactNotes: RegExp;
  /** What any other entry must say: stricter, because it may speak of the repair as well; null: it is not asked. */
  readonly anywhere: RegExp | null;
  /** A statement without a number says nothing about this subject. */
  readonly counted: boolean;
}

const dataLoss =
  /\bdata loss\b|\b(?:data|changes?|writes?|records?|rows?|orders?|messages?|updates?|objects?|files?|keys?)\b(?: [\p{L}\d-]+){0,5}? (?:lost|corrupt(?:ed)?)\b|\blos(?:t|es?|ing) (?:[\p{L}\d,-]+ ){0,6}?(?:data|changes|writes|records|rows|orders|messages|objects|files)\b|\b(?:can|could) ?not be (?:recovered|restored)\b|\bunrecoverable\b|ข้อมูล(?:สูญ)?หาย/iu;

const people =
  'users?|customers?|accounts?|owners?|subscribers?|visitors?|projects?|players?|viewers?|members?|people|tenants?|clients?|merchants?|passengers?|patients?|students?|readers?|organi[sz]ations?|ผู้ใช้|ลูกค้า';
const dealings = 'orders?|payments?|transactions?|checkouts?|bookings?|คำสั่งซื้อ|ธุรกรรม';

const telltales: Readonly<Record<ImpactSubject, Telltale>> = {
  requests: {
    inImpactNotes: /request|error rate|\b5\d\d\b|%|latency|คำขอ|ข้อผิดพลาด/i,
    anywhere: countOf('requests?|calls|responses'),
    counted: true,
  },
  users: {
    inImpactNotes: shareOf(people),
    anywhere: countOf(people),
    counted: false,
  },
  orders: {
    inImpactNotes: shareOf(dealings),
    anywhere: countOf(dealings),
    counted: false,
  },
  regions: {
    inImpactNotes:
      /\b(?:all|every|each|both|two|three|four|five|\d+)\s(?:[\p{L}-]+\s)?(?:regions?|zones?|countr(?:y|ies)|locations?|data cent(?:re|er)s?|pops?)\b|\b(?:worldwide|globally)\b|\b(?:eu|us|ap|sa|af|me|ca)-\d\b|\b[a-z]{2}-(?:north|south)?(?:west|east|central|north|south)\b|ภูมิภาค|ประเทศ/iu,
    anywhere: null,
    counted: false,
  },
  data_loss: { inImpactNotes: dataLoss, anywhere: dataLoss, counted: false },
  tickets: {
    inImpactNotes: /ticket|complaint|support case|ร้องเรียน/i,
    anywhere: countOf('(?:support )?tickets?|complaints?|support cases?'),
    counted: true,
  },
  money: {
    inImpactNotes: /\b(?:EUR|USD|THB|GBP|revenue|refund|cost)\b|[€$£฿]|บาท/i,
    anywhere:
      /[€$£฿]\s?\d|\b(?:EUR|USD|THB|GBP)\s?\d|\d\s?(?:(?:k|m|bn|thousand|million|billion)\s?)?(?:EUR|USD|THB|GBP|JPY|CHF|euros?|dollars|pounds|บาท)/,
    counted: true,
  },
  slo: { inImpactNotes: /\bSLO\b|error budget|objective|งบข้อผิดพลาด/i, anywhere: null, counted: true },
};

const mostSayings = 3;

/** What the record says about one side of the impact: its impact notes first, then sentences of other entries. */
export function sayingsAbout(subject: ImpactSubject, incident: Incident): readonly Saying[] {
  const { inImpactNotes, anywhere, counted } = telltales[subject];
  const says = (text: string, pattern: RegExp): boolean => pattern.test(text) && (!counted || /\d/.test(text));
  const about = impactNotes(incident).filter((note) => says(textOf(note.data, 'text'), inImpactNotes));
  if (about.length > 0) {
    return about.slice(0, mostSayings).map((note) => ({ seq: note.seq, text: textOf(note.data, 'text') }));
  }
  if (anywhere === null) return [];
  const sayings = standing(incident, ['note.added', 'update.posted', 'verification.attested']).flatMap((entry) =>
    textOf(entry.data, 'text')
      .slice(0, 2_000)
      .split(/(?<=[.!?])\s+/)
      .filter((sentence) => says(sentence, anywhere))
      .map((text) => ({ seq: entry.seq, text })),
  );
  return sayings.slice(0, mostSayings);
}

/** True when the record holds a number for what the incident cost. */
export function countsImpact(incident: Incident): boolean {
  return impactSubjects.some((subject) => sayingsAbout(subject, incident).some(({ text }) => /\d/.test(text)));
}

/** The notes that people wrote about what users felt, and about the moments it began and was noticed. */
export function impactNotes(incident: Incident): readonly TimelineEntry[] {
  return standing(incident, ['note.added']).filter(
    ({ data }) => textOf(data, 'kind') === 'impact' || ['started', 'detected'].includes(textOf(data, 'milestone')),
  );
}

/** Entries of these kinds that nobody corrected later. */
function standing(incident: Incident, types: readonly TimelineEntry['type'][]): readonly TimelineEntry[] {
  const corrected = new Set(incident.timeline.map((entry) => textOf(entry.data, 'amends')));
  return incident.timeline.filter((entry) => types.includes(entry.type) && !corrected.has(String(entry.seq)));
}

/** A count beside one of these nouns, before or behind, or how many of them: "all customers", "users affected: 1,200". */
function shareOf(nouns: string): RegExp {
  return new RegExp(
    `${countOf(nouns).source}|(?<![\\p{L}\\p{M}])(?:${nouns})(?:[\\s:,]+[\\p{L}-]+){0,3}[\\s:]+\\d|(?<![\\p{L}\\p{M}])(?:all|every|most|many|half|half of|no)(?: the)?\\s(?:[\\p{L}-]+\\s){0,2}?(?:${nouns})(?![\\p{L}\\p{M}])`,
    'iu',
  );
}

/** A number right before one of these nouns, with at most two words between: "212 other affected owners". */
function countOf(nouns: string): RegExp {
  return new RegExp(
    `\\d[\\d,.]{0,20}\\s?(?:%|percent|k|m|million|thousand)?\\s(?:of (?:all |the )?)?(?:[\\p{L}-]+\\s){0,2}?(?:${nouns})(?![\\p{L}\\p{M}])`,
    'iu',
  );
}
