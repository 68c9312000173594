import { expect, it } from 'vitest';
import { startMailServer } from '../support/mail-server.ts';
import { declaring, openReachRig } from './reaching.ts';

const folder = '.smartspec/templates/messages';

it('messages take the words of the project, those of the program where these are broken, and doctor names the broken ones', async () => {
  const mail = await startMailServer();
  const rig = openReachRig({
    mail: mail.port,
    more: ['  stakeholders: [{ to: ["email:all@example.com"], from: SEV-3 }]'],
  });
  rig.write(`${folder}/page.th.hbs`, 'ตื่น {{severity}}: {{title}}\n\n{{text}}\n');
  rig.write(`${folder}/declared.th.hbs`, '{{#if title}}');
  rig.write(`${folder}/facts.en.hbs`, '{{#each}}');
  rig.write(`${folder}/closing.en.hbs`, '-- from us');
  rig.write(`${folder}/farewell.en.hbs`, 'nobody says this');
  await rig.done(0, '--lang', 'th', ...declaring);
  const subjects = mail.arrived.map(({ mail: { subject } }) => subject).toSorted();
  expect(subjects).toEqual(['[SEV-1] ประกาศเหตุการณ์: orders fail', 'ตื่น SEV-1: orders fail']);
  const { stdout } = await rig.after(0, 'doctor');
  expect(stdout).toMatch(/warn +templates +can not be used: declared\.th\.hbs, facts\.en\.hbs, farewell\.en\.hbs/);
});
