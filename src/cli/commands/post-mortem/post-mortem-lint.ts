import type { EventType } from '../../../incident/event.ts';
import type { Incident } from '../../../incident/incident.ts';
import {
  type AcceptedFinding,
  compareWithBaseline,
  isAcceptable,
  keyOfFinding,
  writeBaseline,
} from '../../../report/blame/baseline.ts';
import type { Finding } from '../../../report/blame/finding.ts';
import { ruleSetVersion } from '../../../report/blame/rule-set.ts';
import { findIncomplete } from '../../../report/find-incomplete.ts';
import { blocks, lintText } from '../../../road/lint-text.ts';
import { peopleNames } from '../../../road/people-names.ts';
import { type Answer, answer, exitCodes } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import { fetchPayload } from '../../fetch-payload.ts';
import type { House } from '../../house.ts';
import { isSet, textOf } from '../../input.ts';
import { pickIncident } from '../../pick-incident.ts';
import { readBaselineFile } from '../../read-baseline-file.ts';
import { showFinding } from '../../show-finding.ts';
import { WrongUsage } from '../../wrong-usage.ts';

/** `post-mortem lint [id|@file|-] [--journal] [--baseline <file>]`: blame, personal data, secrets, and what is missing. */
export const postMortemLint: Action = async (input, house) => {
  const [typed] = input.args;
  const { text, name, incident } = await readText(typed ?? null, isSet(input, 'journal'), house);
  const known = [...(incident?.post_mortem.check?.accepted ?? []), ...(await readBaselineFile(input, house))];
  const found = lintText(text, peopleNames(house.config.people, incident), house.sanitising);
  if (isSet(input, 'writeBaseline')) return printBaseline(found, known, textOf(input, 'because'));
  const { open: findings, accepted, unused } = compareWithBaseline(found, known);
  const missing = incident === null ? [] : findIncomplete(incident, house.config.people);
  const blocking = findings.filter(blocks);
  const [first] = blocking;
  const counts = [
    `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`,
    `${blocking.length} blocking`,
    ...(accepted.length === 0 ? [] : [`${accepted.length} accepted`]),
    ...(incident === null ? [] : [`${missing.length} ${missing.length === 1 ? 'gap' : 'gaps'}`]),
  ];
  return answer(first === undefined ? 'clean' : 'findings', {
    headline: false,
    incident,
    exit_code: first === undefined ? exitCodes.done : exitCodes.refused,
    lines: [
      ...findings.flatMap((finding) => showFinding(finding, text, name)),
      ...missing.map(
        ({ why, suggestion, text: subject }) =>
          `${name}: ${why}${subject === '' ? '' : ` (${subject})`}\n    ${suggestion}`,
      ),
      counts.join(', '),
    ],
    more: {
      findings: [...findings, ...missing.map(toFinding)],
      accepted: accepted.map((finding) => ({ ...finding, key: keyOfFinding(finding) })),
      checked: name,
      rule_set: ruleSetVersion(),
    },
    brief:
      first === undefined
        ? null
        : `${blocking.length} ${blocking.length === 1 ? 'finding blocks' : 'findings block'}; the first stands at ${name}:${first.line}:${first.column}.`,
    warnings: unused.map(({ key }) => `the baseline accepts what is not there any more: ${key}`),
    error:
      first === undefined
        ? null
        : {
            reason: 'findings-open',
            message: `${name}:${first.line}:${first.column}: ${first.why}`,
            hint: first.suggestion,
          },
  });
};

/** Prints a baseline that accepts everything found; a secret or personal data can't be accepted. */
function printBaseline(found: readonly Finding[], known: readonly AcceptedFinding[], reason: string | null): Answer {
  if ((reason?.trim() ?? '') === '') {
    throw new WrongUsage(
      'reason-missing',
      'A finding is accepted for a reason, and none was given.',
      'incident post-mortem lint @docs/post-mortem.md --write-baseline --because "quoted from the provider\'s letter"',
    );
  }
  const baseline = writeBaseline(found.filter(isAcceptable), known, reason ?? '');
  return answer('baseline', {
    headline: false,
    lines: JSON.stringify(baseline, null, 2).split('\n'),
    more: { baseline },
  });
}

async function readText(
  typed: string | null,
  journal: boolean,
  house: House,
): Promise<{ readonly text: string; readonly name: string; readonly incident: Incident | null }> {
  if (typed !== null && (typed === '-' || typed.startsWith('@'))) {
    const fetched = await fetchPayload(typed, house);
    if (!fetched.ok)
      throw new WrongUsage(fetched.reason, fetched.message, 'incident post-mortem lint @docs/post-mortem.md');
    return {
      text: fetched.bytes.toString('utf8'),
      name: typed === '-' ? 'standard input' : typed.slice(1),
      incident: null,
    };
  }
  const incident = await pickIncident(house, typed, journal ? null : 'finalize-post-mortem');
  if (journal) return { text: journalText(incident), name: `${incident.id} timeline`, incident };
  const report = house.reporting.read(incident.id, 'post-mortem.md');
  if (report === null) {
    throw new WrongUsage(
      'post-mortem-not-drafted',
      `${incident.id} has no report yet.`,
      `incident post-mortem draft ${incident.id}, or --journal to check what was written during the incident`,
    );
  }
  return { text: report, name: `.spec/reports/post-mortems/${incident.id}/post-mortem.md`, incident };
}

/** What people wrote, one line an entry, so that a line number is the number of an entry. */
function journalText({ timeline, last_seq }: Incident): string {
  const lines: string[] = Array.from({ length: last_seq }, () => '');
  for (const { seq, type, text, data } of timeline) {
    if (!writtenByPeople.has(type)) continue;
    const lists = ['factors', 'whys', 'went_well', 'was_difficult', 'got_lucky'].flatMap((name) => data[name] ?? []);
    lines[seq - 1] = [text, ...lists].join(' · ').replaceAll('\n', ' ');
  }
  return lines.join('\n');
}

/** Entries whose words a person chose; what a monitor or a workflow said is quoted, not judged. */
const writtenByPeople: ReadonlySet<string> = new Set<EventType>([
  'note.added',
  'update.posted',
  'severity.changed',
  'incident.escalated',
  'incident.reopened',
  'mitigation.proposed',
  'mitigation.judged',
  'verification.attested',
  'root-cause.recorded',
  'action.added',
  'action.dropped',
]);

function toFinding({
  kind,
  tier,
  category,
  text,
  why,
  suggestion,
}: ReturnType<typeof findIncomplete>[number]): Finding {
  return { kind, tier, category, line: 1, column: 1, start: 0, end: 0, text, why, suggestion };
}
