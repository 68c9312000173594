import { expect, it } from 'vitest';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { openRig, type Rig, type Told } from '../support/rig.ts';

/** A project that mails through a server on loopback, with three people, one of whom has no mail address. */
function openMailRig(port: number, network: 'open' | 'closed' = 'open'): Rig {
  const config = [
    'incident_response:',
    '  people:',
    '    ana: { name: Ana Lima, email: ana@example.com }',
    '    bo: { name: Bo Chen, email: Bo@example.com }',
    '    cy: { name: Cy Okoro }',
    '  post_mortem: { meeting: { attendees: [roles, bo@example.com] } }',
    '  notifications: { email: { smtp: env:MAIL, from: Incidents <incidents@example.com> } }',
    '  stakeholders: [{ to: [email:all@example.com], from: SEV-1 }]',
    `safety: { network_policy: { default: deny, allowlist_domains: [${network === 'open' ? '127.0.0.1' : ''}] } }`,
  ];
  const rig = openRig(`${config.join('\n')}\n`);
  rig.write('smtp', `smtp://127.0.0.1:${port}?tls=off`);
  return rig;
}

async function ok(rig: Rig, ...args: readonly string[]): Promise<Told> {
  const ran = await rig.runWith({ env: { MAIL: rig.read('smtp') } }, ...args, '--json');
  if (ran.code !== 0) throw new Error(`${args.join(' ')} ended with ${ran.code}:\n${ran.stdout}\n${ran.stderr}`);
  return ran.json;
}

async function resolveOne(rig: Rig): Promise<string> {
  const { incident_id } = await ok(rig, 'declare', 'orders fail', '--severity', 'SEV-2', '--service', 'checkout');
  await ok(rig, 'ack', '--as', 'ana');
  await ok(rig, 'verify', '--attest', 'error rate flat');
  await ok(rig, 'resolve');
  return incident_id;
}

/** What was mailed, as recipient and the lines of the calendar that tell invitations apart. */
function invitationsIn({ arrived }: MailServer): readonly string[] {
  return arrived.flatMap(({ mail }) => {
    const calendar = calendarIn(mail);
    if (calendar === null) return [];
    const lines = ['METHOD', 'SEQUENCE', 'DTSTART'].map((name) => calendar.match(`${name}:(.*)\r`)?.[1]);
    return [[mail.headers.get('to'), ...lines].map((part) => sayAddress(part)).join(' ')];
  });
}

function calendarIn({ attachments }: MailServer['arrived'][number]['mail']): string | null {
  const part = attachments.find(({ contentType }) => contentType === 'text/calendar');
  return part === undefined ? null : part.content.toString('utf8');
}

function sayAddress(part: unknown): string {
  return typeof part === 'object' && part !== null && 'text' in part ? String(part.text) : String(part);
}

it('whoever has a mail address gets the calendar that review.ics holds', async () => {
  const server = await startMailServer();
  const rig = openMailRig(server.port);
  const id = await resolveOne(rig);
  const scheduled = await ok(
    rig,
    'post-mortem',
    'schedule',
    '--at',
    '2027-01-12T10:00Z',
    '--attendee',
    'ANA@example.com',
  );
  expect(scheduled).toMatchObject({ outcome: 'scheduled', warnings: [] });
  expect(invitationsIn(server).toSorted()).toEqual([
    'Bo@example.com REQUEST 0 20270112T100000Z',
    'ana@example.com REQUEST 0 20270112T100000Z',
  ]);
  const calendars = new Set(server.arrived.flatMap(({ mail }) => calendarIn(mail) ?? []));
  expect([...calendars]).toEqual([rig.read(scheduled.files['review'] ?? '')]);
  expect([...calendars][0]).toContain('mailto:incidents@example.com');
  expect(server.arrived[0]?.raw).toMatch(/content-type: text\/calendar;[^:]*method=REQUEST/i);
  expect(server.arrived[0]?.mail.text).toContain('2027-01-12 10:00 UTC');
  const kept = rig.state(id).notifications.filter(({ kind }) => kind === 'meeting');
  expect(kept.map(({ to, state }) => `${to} ${state}`).toSorted()).toEqual(['ana sent', 'bo sent']);
});

it('a moved meeting is a new invitation with the next sequence, and nothing else makes one', async () => {
  const server = await startMailServer();
  const rig = openMailRig(server.port);
  await resolveOne(rig);
  await ok(rig, 'post-mortem', 'schedule', '--at', '2027-01-12T10:00Z');
  await ok(rig, 'note', 'the pool is too small', '--kind', 'finding');
  await ok(rig, 'tick');
  expect(invitationsIn(server)).toHaveLength(2);
  await ok(rig, 'post-mortem', 'schedule', '--at', '2027-01-13T09:30Z');
  await ok(rig, 'tick');
  expect(invitationsIn(server).slice(2).toSorted()).toEqual([
    'Bo@example.com REQUEST 1 20270113T093000Z',
    'ana@example.com REQUEST 1 20270113T093000Z',
  ]);
  const uids = new Set(server.arrived.flatMap(({ mail }) => calendarIn(mail)?.match(/UID:.*/)?.[0] ?? []));
  expect(uids.size).toBe(1);
});

it('a meeting that is called off is taken back from everybody, once, and may be called again', async () => {
  const server = await startMailServer();
  const rig = openMailRig(server.port);
  const id = await resolveOne(rig);
  const early = await rig.run('post-mortem', 'schedule', '--cancel', '--json');
  expect(early).toMatchObject({ code: 4, json: { error: { reason: 'nothing-to-record' } } });
  await ok(rig, 'post-mortem', 'schedule', '--at', '2027-01-12T10:00Z');
  const off = await ok(rig, 'post-mortem', 'schedule', '--cancel');
  expect(off.outcome).toBe('called-off');
  expect(rig.read(off.files['review'] ?? '')).toMatch(
    /METHOD:CANCEL\r\n(?:.*\r\n)*SEQUENCE:1\r\n(?:.*\r\n)*STATUS:CANCELLED/,
  );
  await ok(rig, 'tick');
  expect(invitationsIn(server).slice(2).toSorted()).toEqual([
    'Bo@example.com CANCEL 1 20270112T100000Z',
    'ana@example.com CANCEL 1 20270112T100000Z',
  ]);
  await ok(rig, 'post-mortem', 'draft');
  expect(rig.read(`.spec/reports/post-mortems/${id}/post-mortem.md`)).toMatch(/Status \| draft.*called off/s);
  await ok(rig, 'post-mortem', 'schedule', '--at', '2027-01-14T10:00Z');
  expect(invitationsIn(server).slice(4).toSorted()).toEqual([
    'Bo@example.com REQUEST 2 20270114T100000Z',
    'ana@example.com REQUEST 2 20270114T100000Z',
  ]);
});

it('messages of two incidents are never taken for one another', async () => {
  const server = await startMailServer();
  const rig = openMailRig(server.port);
  for (const time of ['10:00', '11:00']) {
    const id = await resolveOne(rig);
    await ok(rig, 'post-mortem', 'schedule', id, '--at', `2027-01-12T${time}Z`);
  }
  const names = server.arrived.map(({ mail }) => mail.messageId);
  expect([names.length, new Set(names).size]).toEqual([4, 4]);
});

it('whoever has no mail address is named, and an address that belongs to nobody is refused, because the record keeps none', async () => {
  const server = await startMailServer();
  const rig = openMailRig(server.port);
  const id = await resolveOne(rig);
  const when = ['post-mortem', 'schedule', '--at', '2027-01-12T10:00Z'];
  const guest = ['guest', 'example.org'].join('@');
  const refused = await rig.runWith({ env: { MAIL: rig.read('smtp') } }, ...when, '--attendee', guest, '--json');
  expect(refused.code).toBe(2);
  expect(refused.json.error).toMatchObject({ reason: 'unknown-attendee', hint: expect.stringContaining('people:') });
  expect(refused.stdout + refused.stderr).not.toContain(guest);
  expect(rig.state(id).post_mortem.meeting).toBeNull();
  const { warnings } = await ok(rig, ...when, '--attendee', 'cy');
  expect(warnings).toEqual(['cy has no e-mail under people and is not invited']);
  expect(JSON.stringify(rig.state(id))).not.toMatch(/(?:guest|ana|bo)@/i);
  expect(invitationsIn(server)).toHaveLength(2);
});

it('a meeting is on record although the mail server is gone or closed to the program', async () => {
  for (const [network, reason] of [
    ['open', 'unreachable'],
    ['closed', 'network-closed'],
  ] as const) {
    const server = await startMailServer();
    const rig = openMailRig(network === 'open' ? 1 : server.port, network);
    const id = await resolveOne(rig);
    const scheduled = await ok(rig, 'post-mortem', 'schedule', '--at', '2027-01-12T10:00Z');
    expect(scheduled).toMatchObject({ outcome: 'scheduled', error: null });
    expect(scheduled.warnings.join('\n')).toContain(`meeting to ana by email not delivered (${reason}`);
    expect(rig.state(id).post_mortem.meeting).toMatchObject({ sequence: 0 });
    expect(server.arrived).toEqual([]);
  }
});

it('without mail the calendar is written and nobody is owed an invitation', async () => {
  const rig = openRig('incident_response: { people: { ana: { email: ana@example.com } } }\n');
  const { incident_id } = await rig.ok('declare', 'orders fail', '--severity', 'SEV-2');
  await rig.ok('ack', '--as', 'ana');
  await rig.ok('verify', '--attest', 'error rate flat');
  await rig.ok('resolve');
  const { files } = await rig.ok('post-mortem', 'schedule', '--at', '2027-01-12T10:00Z');
  expect(rig.read(files['review'] ?? '')).toContain('SEQUENCE:0');
  expect(rig.state(incident_id).notifications).toEqual([]);
});
