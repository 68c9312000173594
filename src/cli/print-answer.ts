import { isRootCauseIdentified } from '../incident/smartspec-summary.ts';
import { stripControls } from '../sanitise/terminal-safe.ts';
import { type Answer, exitCodes } from './answer.ts';

/** How the answer is wanted. */
export interface Printing {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly colours: Colours;
  readonly version: string;
  readonly runId: string;
  /** True when the JSON object was begun: its first member is out, and the rest of it is printed here. */
  readonly begun?: boolean;
}

type Paint = (text: string) => string;

/** How parts of an answer are made to stand out. */
export type Colours = Readonly<Record<'red' | 'yellow' | 'cyan' | 'bold' | 'dim', Paint>>;

const plain: Paint = (text) => text;

/** No colour at all, for pipes and files. */
export const noColours: Colours = { red: plain, yellow: plain, cyan: plain, bold: plain, dim: plain };

/** The answer in the two streams it goes to. */
export interface Printed {
  readonly out: string;
  readonly err: string;
}

/** Turns an answer into text for a person, or into exactly one JSON object. */
export function printAnswer(answer: Answer, printing: Printing): Printed {
  if (printing.json) {
    const whole = JSON.stringify(toJson(answer, printing));
    return { out: `${printing.begun === true ? `,${whole.slice(1)}` : whole}\n`, err: '' };
  }
  const { colours } = printing;
  const { incident } = answer;
  const out: string[] = [];
  if (incident !== null && answer.headline) {
    const severity =
      incident.severity === 'SEV-1' || incident.severity === 'SEV-2'
        ? colours.red(incident.severity)
        : colours.yellow(incident.severity);
    const what = incident.service === null ? incident.title : `${incident.title} (${incident.service})`;
    out.push(`${colours.bold(incident.id)}  ${severity}  ${incident.status}  ${what}`);
    out.push(...(printing.quiet ? [] : answer.lines.map((line) => (line === '' ? '' : `  ${line}`))));
  } else out.push(...answer.lines);
  // What is recorded goes on, whoever was not reached.
  const goesOn = answer.error === null || answer.exit_code === exitCodes.degraded;
  if (!printing.quiet && goesOn && answer.next.length > 0 && answer.headline) {
    out.push(
      '',
      colours.dim('next'),
      ...answer.next.map(({ command, why }) => `  ${colours.cyan(command)}  ${colours.dim(`# ${why}`)}`),
    );
  }
  const err: string[] = [];
  if (answer.error !== null) {
    const { message, hint } = answer.error;
    // Where only the answer is wanted, the lines may be left out, and the error has to say it all.
    const brief = printing.quiet ? null : answer.brief;
    err.push(`${colours.red(answer.exit_code === 4 ? 'refused' : 'error')}: ${brief ?? message}`);
    const beside = printing.quiet ? [] : [...(brief === null ? [] : answer.lines), ...answer.warnings];
    const saidBefore = beside.some((line) => line.includes(hint));
    if (hint !== '' && !saidBefore) err.push(`  ${hint}`);
  }
  if (!printing.quiet) err.push(...answer.warnings.map((warning) => `${colours.yellow('warning')}: ${warning}`));
  return { out: toText(out), err: toText(err) };
}

/** SmartSpec's `summary.json`, and more. */
export function toJson(
  answer: Answer,
  { version, runId }: Pick<Printing, 'version' | 'runId'>,
): Record<string, unknown> {
  const { incident } = answer;
  return {
    workflow: 'smartspec_incident_response',
    version,
    run_id: runId,
    incident_id: incident?.id ?? null,
    severity: incident?.severity ?? null,
    status: incident?.status ?? null,
    phase: incident?.phase ?? null,
    root_cause_identified: incident !== null && isRootCauseIdentified(incident),
    action_items_created: incident?.action_items.length ?? 0,
    outcome: answer.outcome,
    exit_code: answer.exit_code,
    severity_because: incident?.severity_because ?? null,
    commander: incident?.commander ?? null,
    notifications: countNotifications(answer),
    files: answer.files,
    next: answer.next,
    warnings: answer.warnings,
    error: answer.error,
    ...answer.more,
  };
}

function countNotifications({ incident }: Answer): Record<string, number> {
  const counts = { sent: 0, waiting: 0, failed: 0, suppressed: 0 };
  for (const { key, state, times } of incident?.notifications ?? []) {
    // The record counts repeats only each time they have doubled; the alerts themselves are always counted.
    const repeats = key.startsWith('repeats/') && incident !== null;
    counts[state === 'expired' ? 'failed' : state] += repeats
      ? Math.max(times, incident.alert_count - incident.fingerprints.length)
      : times;
  }
  return counts;
}

/** Colour codes are ours and stay; everything else that a terminal would obey is taken out line by line before. */
function toText(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** The answer with every text made safe to look at; the record itself keeps what was said. */
export function makePrintable(answer: Answer): Answer {
  const clean = (text: string): string => stripControls(text);
  return {
    ...answer,
    lines: answer.lines.flatMap((line) => clean(line).split('\n')),
    warnings: answer.warnings.map(clean),
    next: answer.next.map(({ command, why }) => ({ command, why: clean(why) })),
    incident:
      answer.incident === null
        ? null
        : {
            ...answer.incident,
            title: clean(answer.incident.title).replaceAll('\n', ' '),
            service: answer.incident.service === null ? null : clean(answer.incident.service),
          },
    error:
      answer.error === null
        ? null
        : { ...answer.error, message: clean(answer.error.message), hint: clean(answer.error.hint) },
  };
}
