const longestText = 500;
/** Enough to hold the longest text after escape sequences went, so that hostile megabytes are never scanned. */
const longestScan = 8_000;

/**
 * A value as text fit for one line: escape sequences and control characters gone, at most 500 UTF-16 units, cut
 * between code points; otherwise an exact copy. Null for blank texts and for anything but strings and numbers.
 */
export function cleanText(value: unknown, longest = longestText): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
  if (typeof value !== 'string') return null;
  const text = withoutControls(value.slice(0, longestScan));
  const cut = text.length > longest ? text.slice(0, longest).replace(/[\ud800-\udbff]$/, '') : text;
  return cut.trim() === '' ? null : cut;
}

function withoutControls(text: string): string {
  // Most texts hold nothing else, and then the long expressions need not even be compiled.
  if (/^[ -~]*$/.test(text)) return text;
  if (!/[\u0000-\u001f\u007f-\u009f\u2028\u2029]|\p{Surrogate}/u.test(text)) return text;
  return text
    .replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]?|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?)/g, '')
    .replace(/^[\u0000-\u001f\u007f-\u009f\u2028\u2029]+|[\u0000-\u001f\u007f-\u009f\u2028\u2029]+$/g, '')
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Zabbix and others, AppDynamics, mustache and Kibana, UptimeRobot, Datadog and Nagios, Azure. */
const macro =
  /^(?:\{[$#]?[A-Za-z][\w.$#:-]*\}|\$\{[^{}]+\}|\{\{[^{}]+\}\}|\*[A-Za-z]\w*\*|\$[A-Z][A-Z0-9_.]*\$?|%[A-Za-z_.]+%)$/;

/** True for a value that is nothing but a template macro its sender never filled in, e.g. `{EVENT.ID}` or `${node}`. */
export function isUnexpandedMacro(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 200) return false;
  return macro.test(value.trim());
}
