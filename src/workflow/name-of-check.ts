import type { CheckWanted } from '../incident/check-wanted.ts';

/** What a check is called wherever it is announced, asked or recorded: its own name, else what it asks, without secrets. */
export function nameOfCheck(check: CheckWanted): string {
  if (check.name !== undefined) return check.name;
  switch (check.kind) {
    case 'http':
      return `GET ${withoutSecrets(check.http.url)}`;
    case 'command':
      return check.command.join(' ').slice(0, 80);
    case 'workflow':
      return check.workflow;
    case 'alert-cleared':
      return 'alert cleared';
  }
}

/** A query, and a user before the host, may hold credentials. */
function withoutSecrets(url: string): string {
  if (!URL.canParse(url)) return 'an address that can’t be read';
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
