import type { LadderStep } from './escalation-ladder.ts';
import type { Reminder } from './reminders.ts';

/** The sentences a message adds to its template, in one language. */
interface MessageWords {
  readonly step: (at: Pick<LadderStep, 'step' | 'turn' | 'expired_at'>) => string;
  readonly askedFor: (because: string) => string;
  readonly newAlerts: (count: number, titles: readonly string[]) => string;
  readonly parts: Readonly<Record<'conditions' | 'actions' | 'needs', string>>;
  readonly meeting: (startsAt: string, minutes: number) => string;
  readonly reminder: (about: Reminder['about']) => string;
}

const english: MessageWords = {
  step: ({ step, turn, expired_at }) => {
    const name = `Escalation step ${step}${turn > 1 ? `, round ${turn}` : ''}`;
    if (expired_at !== null)
      return `${name}: the acknowledgement expired at ${sayMoment(expired_at)}, because nothing more was heard.`;
    return step === 1 && turn === 1 ? `${name}.` : `${name}: nobody has acknowledged so far.`;
  },
  askedFor: (because) => `More people are asked for: ${because}`,
  newAlerts: (count, titles) =>
    `${count === 1 ? 'A new alert has' : `${count} new alerts have`} joined this incident: ${titles.join('; ')}`,
  parts: { conditions: 'Conditions', actions: 'Actions', needs: 'Needs' },
  meeting: (startsAt, minutes) => `${sayMoment(startsAt)}, ${minutes} minutes`,
  reminder: (about) => {
    switch (about.kind) {
      case 'update-due':
        return about.since === null
          ? `Stakeholders have not had an update yet; the first one was due at ${sayMoment(about.promised_at)}.`
          : `The next stakeholder update was promised for ${sayMoment(about.promised_at)} and has not been posted.`;
      case 'long-shift':
        return about.hours === 1
          ? 'You have led this incident for an hour. Think of who could take over.'
          : `You have led this incident for ${about.hours} hours. Hand over now: nobody leads well for longer.`;
      case 'taking-over':
        return `You are the incident commander now${about.from === null ? '' : `, after ${about.from} handed over`}. The brief shows where it stands.`;
    }
  },
};

const thai: MessageWords = {
  step: ({ step, turn, expired_at }) => {
    const name = `การแจ้งเตือนขั้นที่ ${step}${turn > 1 ? ` รอบที่ ${turn}` : ''}`;
    if (expired_at !== null) return `${name}: การตอบรับหมดอายุเมื่อ ${sayMoment(expired_at)} เพราะไม่มีความคืบหน้าใด ๆ`;
    return step === 1 && turn === 1 ? name : `${name}: ยังไม่มีใครตอบรับ`;
  },
  askedFor: (because) => `ขอกำลังคนเพิ่ม: ${because}`,
  newAlerts: (count, titles) => `มีการแจ้งเตือนใหม่ ${count} รายการในเหตุการณ์นี้: ${titles.join('; ')}`,
  parts: { conditions: 'สถานการณ์', actions: 'สิ่งที่กำลังทำ', needs: 'สิ่งที่ต้องการ' },
  meeting: (startsAt, minutes) => `${sayMoment(startsAt)}, ${minutes} นาที`,
  reminder: (about) => {
    switch (about.kind) {
      case 'update-due':
        return about.since === null
          ? `ผู้มีส่วนได้เสียยังไม่ได้รับข่าว ข่าวแรกครบกำหนดเมื่อ ${sayMoment(about.promised_at)}`
          : `ข่าวครั้งถัดไปที่สัญญาไว้เมื่อ ${sayMoment(about.promised_at)} ยังไม่ได้ส่ง`;
      case 'long-shift':
        return `คุณนำเหตุการณ์นี้มา ${about.hours} ชั่วโมงแล้ว ${about.hours === 1 ? 'ลองคิดว่าใครจะรับช่วงต่อได้' : 'ควรส่งมอบให้คนอื่นตอนนี้'}`;
      case 'taking-over':
        return 'ตอนนี้คุณเป็นผู้บัญชาการเหตุการณ์ อ่านสรุปเพื่อดูว่าเหตุการณ์ถึงไหนแล้ว';
    }
  },
};

function sayMoment(at: string): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`;
}

/** The words of a language. */
export function messageWords(language: 'en' | 'th'): MessageWords {
  return language === 'th' ? thai : english;
}
