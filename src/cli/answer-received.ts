import type { Incident } from '../incident/incident.ts';
import { type IncidentSummary, summarise } from '../incident/incident-summary.ts';
import type { AlertOutcome, AlertResult } from '../road/reception.ts';
import { type Answer, answer, type ExitCode, exitCodes } from './answer.ts';
import { about } from './ask.ts';
import type { House } from './house.ts';
import type { Taken, TakenTogether } from './take-payloads.ts';
import type { Settled } from './telling-house.ts';
import { withSettled } from './with-settled.ts';

/** Tells everyone who has to hear of what was taken, then answers for each payload, in order. */
export async function answerReceived(
  together: TakenTogether,
  explain: boolean,
  house: House,
): Promise<readonly Answer[]> {
  const incidents = new Map<string, Incident>();
  const settlements = new Map<string, Settled>();
  for (const incident of together.incidents.values()) {
    const settled = await house.settle(incident);
    incidents.set(incident.id, settled.incident);
    settlements.set(incident.id, settled);
  }
  const answers: Answer[] = [];
  for (const taken of together.taken) {
    const touched = new Set(taken.kind === 'received' ? taken.results.flatMap((one) => one.incident_id ?? []) : []);
    const kin = taken.kind === 'received' ? await findSimilar(taken.results, together, incidents, house) : [];
    const told = tell(taken, incidents, kin, explain, house);
    const settled = [...touched].flatMap((id) => settlements.get(id) ?? []);
    const answered = settled.reduce(withSettled, { ...told, warnings: [...told.warnings, ...together.warnings] });
    answers.push({ ...answered, warnings: [...new Set(answered.warnings)] });
  }
  return answers;
}

function tell(
  taken: Taken,
  incidents: ReadonlyMap<string, Incident>,
  kin: readonly IncidentSummary[],
  explain: boolean,
  house: House,
): Answer {
  if (taken.kind === 'quarantined') return quarantined(taken.reason, taken.message, [taken.path], taken.exit_code);
  const { reading, path } = taken;
  if (taken.kind === 'not-an-alert') {
    return answer('not-an-alert', {
      lines: [`no incident: ${reading.because}`, `kept in ${path}`],
      more: { reading },
      files: path === null ? {} : { quarantine: path },
      warnings: reading.warnings,
    });
  }
  const { results } = taken;
  const most = mostTelling(results);
  const incident = most?.incident_id == null ? undefined : incidents.get(most.incident_id);
  const told: Partial<Answer> = {
    lines: [
      ...explainResult(most, results),
      ...(incident === undefined
        ? []
        : [`${incident.severity}: ${incident.severity_because}`, `commander: ${incident.commander ?? 'unassigned'}`]),
      ...kin.map(
        ({ id, title, fixed_by }) => `earlier: ${id} ${title}${fixed_by === null ? '' : `, fixed by ${fixed_by}`}`,
      ),
      ...(explain ? explainReading(taken).map(house.redact) : []),
    ],
    more: {
      results,
      similar: kin.map(({ id, title, closed_at, fixed_by, open_actions }) => ({
        id,
        title,
        closed_at,
        fixed_by,
        open_actions,
      })),
      reading: { source: reading.source, because: reading.because },
    },
    warnings: [...taken.warnings, ...warnOfFlapping(taken, incident)],
    files: path === null ? {} : { quarantine: path },
  };
  const outcome = most?.outcome ?? 'no-open-incident';
  return incident === undefined ? answer(outcome, told) : about(house, incident, outcome, told);
}

/** A payload that could not be read, kept where it says. */
export function quarantined(
  reason: string,
  message: string,
  kept: readonly string[],
  exit_code: ExitCode = exitCodes.wrongUsage,
): Answer {
  const where = [...new Set(kept)].join(' and ');
  return answer('quarantined', {
    exit_code,
    files: kept[0] === undefined ? {} : { quarantine: kept[0] },
    error: {
      reason,
      message,
      hint: `Nothing is lost: the payload and the reason are kept in ${where}. incident simulate @file shows how a payload is read.`,
    },
  });
}

/** Earlier incidents for those that have just begun, also ones that are resolved and not closed yet. */
async function findSimilar(
  results: readonly AlertResult[],
  { past }: TakenTogether,
  incidents: ReadonlyMap<string, Incident>,
  { store }: House,
): Promise<readonly IncidentSummary[]> {
  const begun = results.find(({ outcome }) => outcome === 'created')?.incident_id ?? null;
  const incident = begun === null ? undefined : incidents.get(begun);
  if (incident === undefined) return [];
  const kin = past.get(incident.id) ?? [];
  const followed: IncidentSummary[] = [];
  for (const id of incident.follows) {
    const earlier = kin.some((one) => one.id === id) ? null : await store.read(id);
    if (earlier !== null) followed.push(summarise(earlier));
  }
  return [...followed, ...kin].slice(0, 3);
}

function warnOfFlapping(
  { received }: Extract<Taken, { kind: 'received' }>,
  incident: Incident | undefined,
): readonly string[] {
  const titles = received.flatMap(({ alert }) =>
    incident?.flapping.includes(alert.fingerprint) === true ? [alert.title] : [],
  );
  return [...new Set(titles)].map((title) => `${title} is flapping: its further changes are counted and not told`);
}

/** What matters most of several results, first. */
const byWeight: readonly AlertOutcome[] = [
  'created',
  'reopened',
  'grouped',
  'deduplicated',
  'alert-cleared',
  'silenced',
  'no-open-incident',
];

function mostTelling(results: readonly AlertResult[]): AlertResult | undefined {
  return byWeight.flatMap((outcome) => results.filter((result) => result.outcome === outcome))[0];
}

function explainResult(most: AlertResult | undefined, results: readonly AlertResult[]): readonly string[] {
  if (most === undefined) return ['the payload holds no alert'];
  const counts = byWeight.flatMap((outcome) => {
    const count = results.filter((result) => result.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${outcome}`];
  });
  return [
    `${most.outcome}: ${most.because}`,
    ...(results.length > 1 ? [`${results.length} alerts: ${counts.join(', ')}`] : []),
  ];
}

function explainReading({ reading, received }: Extract<Taken, { kind: 'received' }>): readonly string[] {
  return [
    `read: ${reading.because}`,
    ...received.map(
      ({ alert, assessment }) =>
        `${assessment.severity}: ${assessment.because} (${alert.title}, fingerprint ${alert.fingerprint})`,
    ),
  ];
}
