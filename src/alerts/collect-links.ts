import { isRecord } from './pick.ts';

const mostLinks = 20;

/** The http and https addresses among the candidates (texts, lists, `{href}` or `{url}`), each once, at most 20. */
export function collectLinks(candidates: readonly unknown[]): string[] {
  const links = new Set<string>();
  for (const candidate of candidates) {
    for (const item of Array.isArray(candidate) ? candidate.slice(0, 100) : [candidate]) {
      const address = isRecord(item) ? (item['href'] ?? item['url']) : item;
      if (links.size < mostLinks && isWebAddress(address)) links.add(address);
    }
  }
  return [...links];
}

function isWebAddress(value: unknown): value is string {
  return (
    typeof value === 'string' && value.length <= 2_000 && /^https?:\/\/[^\s\u0000-\u001f\u007f-\u009f]+$/i.test(value)
  );
}
