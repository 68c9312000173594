import { expect, it } from 'vitest';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { openReachRig, type ReachRig } from './reaching.ts';

const steps = '[{ after: 3h, notify: [person:cy] }]';
const when = ['post-mortem', 'schedule', '--at', '2027-01-12T10:00Z'] as const;

function openMailRig(port: number, attendees = 'roles'): ReachRig {
  return openReachRig({
    mail: port,
    steps,
    more: [`  post_mortem: { required_from: SEV-1, meeting: { attendees: [${attendees}] } }`],
  });
}

async function resolveOne(rig: ReachRig): Promise<string> {
  const { incident_id } = await rig.done(0, 'declare', 'orders fail', '--severity', 'SEV-2', '--service', 'checkout');
  await rig.done(1, 'ack', '--as', 'ana');
  await rig.done(2, 'verify', '--attest', 'error rate flat');
  await rig.done(3, 'resolve');
  return incident_id;
}

/** Every calendar that was mailed: to whom, what it asks for, and whom it names. */
function calendarsIn({ arrived }: MailServer): readonly string[] {
  return arrived.flatMap(({ mail, raw }) => {
    const part = mail.attachments.find(({ contentType }) => contentType === 'text/calendar');
    if (part === undefined) return [];
    const text = part.content.toString('utf8').replaceAll('\r\n ', '');
    const [method, sequence, status] = ['METHOD', 'SEQUENCE', 'STATUS'].map(
      (name) => text.match(`${name}:(.*)\r`)?.[1],
    );
    const named = [...text.matchAll(/ATTENDEE.*mailto:(\w+)@/gi)].map(([, name]) => name).toSorted();
    expect(raw).toContain(`method=${method}`);
    const to = Array.isArray(mail.to) ? '' : mail.to?.text.split('@')[0];
    return [`${to} ${method} ${sequence} ${status}: ${named.join(', ')}`];
  });
}

it('whoever is no longer asked to come gets the invitation taken back, once', async () => {
  const mail = await startMailServer();
  const rig = openMailRig(mail.port);
  const id = await resolveOne(rig);
  await rig.done(10, ...when, '--attendee', 'bo', '--attendee', 'cy');
  expect(calendarsIn(mail).toSorted()).toEqual([
    'ana REQUEST 0 CONFIRMED: ana, bo, cy',
    'bo REQUEST 0 CONFIRMED: ana, bo, cy',
    'cy REQUEST 0 CONFIRMED: ana, bo, cy',
  ]);
  await rig.done(20, ...when, '--attendee', 'cy');
  expect(calendarsIn(mail).slice(3).toSorted()).toEqual([
    'ana REQUEST 1 CONFIRMED: ana, cy',
    'bo CANCEL 1 CANCELLED: bo',
    'cy REQUEST 1 CONFIRMED: ana, cy',
  ]);
  const [cancelled] = mail.arrived.filter(({ raw }) => raw.includes('method=CANCEL'));
  expect(cancelled?.mail).toMatchObject({ subject: '[SEV-2] Review meeting, without you: orders fail' });
  await rig.done(30, ...when, '--attendee', 'cy');
  expect(
    calendarsIn(mail)
      .slice(6)
      .filter((line) => line.startsWith('bo')),
  ).toEqual([]);
  await rig.done(40, ...when, '--attendee', 'bo');
  expect(calendarsIn(mail).slice(8)).toContain('bo REQUEST 3 CONFIRMED: ana, bo');
  expect(rig.told(id, 'meeting-cancelled')).toEqual(['bo email sent', 'cy email sent']);
});

it('a meeting that is only moved keeps those who were invited to it', async () => {
  const mail = await startMailServer();
  const rig = openMailRig(mail.port);
  await resolveOne(rig);
  await rig.done(10, ...when, '--attendee', 'responder', '--attendee', 'bo');
  await rig.done(20, 'post-mortem', 'schedule', '--at', '2027-01-13T10:00Z');
  expect(calendarsIn(mail).slice(2).toSorted()).toEqual([
    'ana REQUEST 1 CONFIRMED: ana, bo',
    'bo REQUEST 1 CONFIRMED: ana, bo',
  ]);
});

it('an address of the configuration is invited, and the attendees on record are people only', async () => {
  const mail = await startMailServer();
  const rig = openMailRig(mail.port, 'commander, roles, team@example.com, BO@example.com');
  const id = await resolveOne(rig);
  const { files } = await rig.done(10, ...when);
  expect(
    calendarsIn(mail)
      .map((line) => line.split(' ')[0])
      .toSorted(),
  ).toEqual(['ana', 'bo', 'team']);
  expect(rig.state(id).post_mortem.meeting?.attendees).toEqual(['ana', 'bo']);
  expect(rig.read(files['review'] ?? '')).toContain('team@example.com');
});

it('what failed for now when an incident was closed is tried again by tick, and given up in the end', async () => {
  let working = false;
  const mail = await startMailServer({
    onMailFrom: (_address, _session, done) =>
      done(working ? null : Object.assign(new Error('later'), { responseCode: 451 })),
  });
  const rig = openMailRig(mail.port);
  const id = await resolveOne(rig);
  await rig.done(10, ...when, '--attendee', 'bo');
  await rig.done(11, 'close');
  expect(rig.told(id, 'meeting')).toEqual([
    'ana email waiting refused-by-server',
    'bo email waiting refused-by-server',
  ]);
  expect(await rig.done(20, 'tick')).toMatchObject({ open: 0, attempted: 0 });
  working = true;
  expect(await rig.done(40, 'tick')).toMatchObject({ open: 0, attempted: 2, sent: 2, last_resort: [] });
  expect(rig.told(id, 'meeting')).toEqual(['ana email sent', 'bo email sent']);
  expect(await rig.done(90, 'tick')).toMatchObject({ attempted: 0 });
});
