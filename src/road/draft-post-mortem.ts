import type { Asked } from '../incident/command.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentSummary } from '../incident/incident-summary.ts';
import { summariseForSmartspec } from '../incident/smartspec-summary.ts';
import type { PersonConfig } from '../oncall/oncall-config.ts';
import { checkBlame } from '../report/blame/check-blame.ts';
import { rephrase } from '../report/blame/rephrase.ts';
import { ruleSetVersion } from '../report/blame/rule-set.ts';
import { postMortemState } from '../report/post-mortem-state.ts';
import { renderPostMortem } from '../report/render-post-mortem.ts';
import type { ReportLanguage } from '../report/words/words.ts';
import { blocks } from './lint-text.ts';
import { peopleNames } from './people-names.ts';
import { type Desk, type Response, respond } from './respond.ts';

/** Where reports lie, and what they are made from. */
export interface ReportDesk extends Desk {
  readonly people: Readonly<Record<string, PersonConfig>>;
  readonly reporting: {
    /** Of the program. */
    readonly version: string;
    readonly language: ReportLanguage;
    /** The project's own, unless the program's is asked for. */
    readonly loadTemplate: (name: string, whose?: 'program') => string;
    readonly read: (id: string, name: string) => string | null;
    readonly write: (id: string, name: string, content: string) => string;
  };
}

export type Drafted =
  | {
      readonly ok: true;
      readonly incident: Incident;
      readonly files: Readonly<Record<string, string>>;
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly kind: 'refused'; readonly response: Extract<Response, { ok: false }> }
  | { readonly ok: false; readonly kind: 'template-broken'; readonly template: string; readonly message: string };

const writtenAnew =
  'the final report was not here and is written anew from the record; what people had written into it is not on record';

/** So many incidents are looked through for kin at most, latest first. */
const mostEarlier = 2000;

/**
 * Puts the draft on record, then writes the report from the record as it then stands. One that is final stays as it was
 * signed off, unless its file is gone.
 */
export async function draftPostMortem(id: string, asked: Asked, desk: ReportDesk): Promise<Drafted> {
  const response = await respond(id, { type: 'draft-post-mortem', ...asked }, desk);
  if (!response.ok) {
    const { refusal, incident } = response;
    const isLost = refusal.reason === 'post-mortem-already-final' && desk.reporting.read(id, 'post-mortem.md') === null;
    if (!isLost || incident === null) return { ok: false, kind: 'refused', response };
    const again = await writeReport(incident, asked.now, desk);
    return again.ok ? { ...again, incident, warnings: [writtenAnew, ...again.warnings] } : again;
  }
  const written = await writeReport(response.incident, asked.now, desk);
  return written.ok
    ? { ...written, incident: response.incident, warnings: [...response.warnings, ...written.warnings] }
    : written;
}

type Written = Omit<Extract<Drafted, { ok: true }>, 'incident'> | Extract<Drafted, { kind: 'template-broken' }>;

/** Writes every file of the report, keeping what people wrote into it. */
export async function writeReport(
  incident: Incident,
  now: string,
  { store, people, reporting }: ReportDesk,
): Promise<Written> {
  const names = peopleNames(people, incident);
  const rendered = renderPostMortem({
    incident,
    people,
    earlier: await collectEarlier(store.listAll()),
    language: reporting.language,
    now,
    ruleSet: ruleSetVersion(),
    check: (text) => {
      const findings = checkBlame(text, { people: names }).filter(blocks);
      return { ok: findings.length === 0, rephrased: findings.length === 0 ? null : rephrase(text, names), findings };
    },
    templates: {
      markdown: reporting.loadTemplate('post-mortem.md.hbs'),
      html: reporting.loadTemplate('post-mortem.html.hbs'),
    },
    existingMarkdown: reporting.read(incident.id, 'post-mortem.md'),
  });
  if (!rendered.ok)
    return { ok: false, kind: 'template-broken', template: rendered.template, message: rendered.message };
  const write = (name: string, content: string): string => reporting.write(incident.id, name, content);
  const files = {
    post_mortem: write('post-mortem.md', rendered.markdown),
    post_mortem_html: write('post-mortem.html', rendered.html),
    action_items: write('action-items.json', `${JSON.stringify(rendered.actionItems, null, 2)}\n`),
    summary: write('summary.json', `${JSON.stringify(summaryOf(incident, reporting.version), null, 2)}\n`),
  };
  return { ok: true, files, warnings: warningsOf(rendered) };
}

function warningsOf({
  kept,
  conflicts,
  leftOut,
}: {
  readonly kept: readonly string[];
  readonly conflicts: readonly string[];
  readonly leftOut: number;
}): readonly string[] {
  return [
    ...(kept.length === 0 ? [] : [`kept as people wrote it: ${kept.join(', ')}`]),
    ...(conflicts.length === 0
      ? []
      : [`the record now says something else than what people wrote in: ${conflicts.join(', ')}`]),
    ...(leftOut === 0
      ? []
      : [
          `${leftOut} ${leftOut === 1 ? 'text was' : 'texts were'} left out for blaming language; incident post-mortem lint --journal shows which`,
        ]),
  ];
}

/** SmartSpec's summary, and where the report stands. */
function summaryOf(incident: Incident, version: string): Record<string, unknown> {
  const { post_mortem, highest_severity, revision } = incident;
  return {
    ...summariseForSmartspec(incident, version),
    highest_severity,
    post_mortem: { state: postMortemState(incident), version: post_mortem.version, revision },
  };
}

async function collectEarlier(all: AsyncIterable<IncidentSummary>): Promise<readonly IncidentSummary[]> {
  const earlier: IncidentSummary[] = [];
  for await (const summary of all) {
    earlier.push(summary);
    if (earlier.length >= mostEarlier) break;
  }
  return earlier;
}
