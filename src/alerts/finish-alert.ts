import type { Alert } from '../incident/alert.ts';
import type { AlertDraft } from './alert-source.ts';
import { cleanText, isUnexpandedMacro } from './clean-text.ts';
import { collectLabels } from './collect-labels.ts';
import { collectLinks } from './collect-links.ts';
import { fingerprintOf } from './fingerprint.ts';
import { readTime } from './read-time.ts';
import { stableTitle } from './stable-title.ts';

/** An alert together with what could not be believed while it was made. */
interface FinishedAlert {
  readonly alert: Alert;
  readonly warnings: readonly string[];
}

/** Turns what a source points at into an alert: texts cleaned, the time normalised, the fingerprint made. */
export function finishAlert(source: string, draft: AlertDraft): FinishedAlert {
  const warnings = new Set(draft.warnings);
  const firstText = (candidates: readonly unknown[] = []) => {
    for (const candidate of candidates) {
      const text = cleanText(candidate);
      if (text === null || text === 'null' || text === 'undefined') continue;
      if (!isUnexpandedMacro(text)) return text;
      warnings.add(`The macro "${text.trim()}" was left unexpanded by the sender and is ignored.`);
    }
    return null;
  };
  const title = firstText(draft.title);
  const service = firstText(draft.service);
  const alert: Alert = {
    source,
    status: draft.status,
    title: title ?? `Untitled alert from ${source}`,
    service,
    severity_raw: firstText(draft.severity),
    fingerprint: fingerprintOf(source, identityOf(draft, title, service)),
    started_at: firstMoment(draft, warnings),
    labels: collectLabels(draft.labels ?? []),
    links: collectLinks(draft.links ?? []),
    measurement: draft.measurement ?? null,
  };
  return { alert, warnings: [...warnings] };
}

/** Without a single stable field, title and service are the best that is left to recognise the problem by. */
function identityOf(draft: AlertDraft, title: string | null, service: string | null): readonly unknown[] {
  const known = draft.identity.map((part) => (part === '' || isUnexpandedMacro(part) ? null : part));
  const isNamed = known.some((part) => part !== null && part !== undefined);
  return isNamed ? known : ['by-title', title === null ? null : stableTitle(title), service];
}

function firstMoment(draft: AlertDraft, warnings: Set<string>): string | null {
  for (const candidate of draft.started ?? []) {
    const { at, warning } = readTime(candidate, draft.hasLocalTimes === true ? 'unknown' : 'utc');
    if (warning !== null) warnings.add(warning);
    if (at !== null) return at;
  }
  return null;
}
