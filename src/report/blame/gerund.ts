/**
 * Verbs that say what was done and judge nothing, as "past, participle, gerund"; regular ones are only listed.
 * Slang becomes the plain word.
 */
const regular = `wiped deleted removed erased truncated dropped purged cleared flushed emptied pushed merged deployed released published
  launched rolled promoted demoted restarted rebooted stopped killed terminated suspended paused disabled enabled activated
  turned switched flipped toggled unplugged pulled plugged disconnected changed edited modified renamed moved copied pasted
  replaced swapped applied executed started triggered scheduled entered typed selected clicked updated upgraded downgraded
  patched migrated configured reconfigured committed reverted approved signed rotated revoked granted opened closed blocked
  unblocked scaled resized increased decreased raised lowered doubled halved detached attached mounted unmounted formatted
  archived restored tested checked verified reviewed monitored documented escalated acknowledged notified informed asked
  called added created staged limited capped tagged locked unlocked backed logged watched noticed spotted used routed
  validated measured planned rehearsed shipped paged`;
const irregular: Readonly<Record<string, string>> = {
  ran: 'running',
  run: 'running',
  set: 'setting',
  reset: 'resetting',
  cut: 'cutting',
  shut: 'shutting',
  put: 'putting',
  sent: 'sending',
  took: 'taking',
  taken: 'taking',
  brought: 'bringing',
  broke: 'breaking',
  broken: 'breaking',
  wrote: 'writing',
  written: 'writing',
  overwrote: 'overwriting',
  overwritten: 'overwriting',
  overrode: 'overriding',
  undid: 'undoing',
  undone: 'undoing',
  read: 'reading',
  caught: 'catching',
  seen: 'seeing',
  told: 'telling',
  built: 'building',
  kept: 'keeping',
  known: 'knowing',
  held: 'holding',
  yanked: 'pulling',
  nuked: 'deleting',
  trashed: 'deleting',
};

let verbs: ReadonlyMap<string, string> | undefined;

/** The gerund of a past form that says what was done without judging it; null for any other word. */
export function gerundOf(past: string): string | null {
  verbs ??= new Map([
    ...regular.split(/\s+/).map((word) => [word, fromRegular(word)] as const),
    ...Object.entries(irregular),
  ]);
  return verbs.get(past) ?? null;
}

/** The gerund of a base form such as "run" or "check", with the spelling that English asks for. */
export function gerundOfBase(base: string): string {
  if (/[^aeiou][aeiou][^aeiouwxy]$/.test(base) && /^[^aeiou]*[aeiou][^aeiou]+$/.test(base)) {
    return `${base}${base.slice(-1)}ing`;
  }
  if (/ie$/.test(base)) return `${base.slice(0, -2)}ying`;
  return /[^aeio]e$|ee$/.test(base) && !base.endsWith('ee') ? `${base.slice(0, -1)}ing` : `${base}ing`;
}

function fromRegular(word: string): string {
  return word.endsWith('ied') ? `${word.slice(0, -3)}ying` : `${word.slice(0, -2)}ing`;
}
