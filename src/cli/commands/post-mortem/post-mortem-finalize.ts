import { compareWithBaseline, keyOfFinding } from '../../../report/blame/baseline.ts';
import { ruleSetVersion } from '../../../report/blame/rule-set.ts';
import { findIncomplete } from '../../../report/find-incomplete.ts';
import { writeReport } from '../../../road/draft-post-mortem.ts';
import { handOverActions } from '../../../road/hand-over-actions.ts';
import { blocks, lintText } from '../../../road/lint-text.ts';
import { peopleNames } from '../../../road/people-names.ts';
import { respond } from '../../../road/respond.ts';
import { about, refused } from '../../ask.ts';
import type { Action } from '../../command-spec.ts';
import { isSet, textsOf } from '../../input.ts';
import { pickIncident, splitId } from '../../pick-incident.ts';
import { readBaselineFile } from '../../read-baseline-file.ts';
import { readPerson, whoAndWhen } from '../../who-and-when.ts';
import { withSettled } from '../../with-settled.ts';

/** `post-mortem finalize [id]`: signs the report off, and hands the action items over. */
export const postMortemFinalize: Action = async (input, house) => {
  const { id } = splitId(input.args, 0);
  const incident = await pickIncident(house, id, 'finalize-post-mortem');
  const asked = whoAndWhen(input, house);
  const named = textsOf(input, 'reviewer').map((name) => readPerson(name, house, '--reviewer'));
  const reviewers = [...new Set([...(asked.by === null ? [] : [asked.by]), ...named])];
  const report = house.reporting.read(incident.id, 'post-mortem.md') ?? '';
  const baseline = await readBaselineFile(input, house);
  const found = lintText(report, peopleNames(house.config.people, incident), house.sanitising);
  const { open, accepted } = compareWithBaseline(found, baseline);
  const used = new Set(accepted.map(keyOfFinding));
  const check = { rule_set: ruleSetVersion(), accepted: baseline.filter(({ key }) => used.has(key)) };
  const findings = open.filter(blocks);
  const blocking = findings.map(({ line, column, why }) => `line ${line}, column ${column}: ${why}`);
  const command = { type: 'finalize-post-mortem', ...asked, reviewers, blocking, check } as const;
  const response = await respond(incident.id, command, house);
  if (!response.ok) return refused(house, response);
  const desk = { ...house, people: house.config.people };
  const written = await writeReport(response.incident, asked.now, desk);
  const handed = await handOverActions(response.incident, asked, isSet(input, 'apply'), house);
  const settled = await house.settle(handed.incident);
  const answered = about(house, settled.incident, 'finalized', {
    lines: [
      `final, reviewed by ${reviewers.join(', ')}`,
      handed.text,
      ...(written.ok ? Object.values(written.files) : []),
    ],
    files: written.ok ? written.files : {},
    more: { hand_over: { outcome: handed.outcome, text: handed.text } },
    warnings: [
      ...response.warnings,
      ...findIncomplete(response.incident, house.config.people)
        .filter(({ tier }) => tier === 'warn')
        .map(({ why, action_id }) => (action_id === null ? why : `${action_id}: ${why}`)),
      ...(written.ok ? written.warnings : [`the report was not written anew: ${written.message}`]),
    ],
  });
  return withSettled(answered, settled);
};
