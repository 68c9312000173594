import { expect, it } from 'vitest';
import { openTellingRig, stakeholders, toldIn } from './told.ts';

it('an update reaches the stakeholders with its parts and the time of the next one', async () => {
  const rig = openTellingRig([stakeholders]);
  await rig.ok('declare', 'orders fail', '--severity', 'SEV-2', '--service', 'checkout');
  await rig.ok('update', 'a rollback runs', '--conditions', 'one payment in five fails', '--needs', 'payments');
  const messages = toldIn(rig);
  expect(messages.map(({ kind }) => kind).toSorted()).toEqual(['declared', 'page', 'update']);
  const update = messages.find(({ kind }) => kind === 'update');
  expect(update).toMatchObject({ text: 'a rollback runs\nConditions: one payment in five fails\nNeeds: payments' });
  expect(update).toHaveProperty('next_update_at', expect.stringMatching(/^20\d\d-/));
});

it('the end of an incident is told', async () => {
  const rig = openTellingRig([stakeholders]);
  await rig.ok('declare', 'orders fail', '--severity', 'SEV-2', '--service', 'checkout');
  await rig.ok('ack', '--as', 'ana');
  await rig.ok('verify', '--attest', 'error rate flat');
  await rig.ok('resolve');
  expect(toldIn(rig).at(-1)).toMatchObject({ kind: 'resolved', audience: 'internal' });
});

it('a hand-over shows the brief, changes who leads, and tells them', async () => {
  const rig = openTellingRig();
  await rig.ok('declare', 'orders fail', '--severity', 'SEV-2', '--service', 'checkout');
  await rig.ok('ack', '--as', 'ana');
  await rig.ok('note', 'the pool is too small', '--kind', 'hypothesis');
  const brief = await rig.ok('handover');
  expect(brief['brief']).toMatchObject({ state: { commander: 'ana' }, hypotheses: ['the pool is too small'] });
  const handed = await rig.ok('handover', '--to', 'bo', '--as', 'ana');
  expect(handed).toMatchObject({ outcome: 'handed-over', commander: 'bo' });
  expect(toldIn(rig).at(-1)).toMatchObject({ kind: 'reminder', to: '+1 202 555 0102' });
});
