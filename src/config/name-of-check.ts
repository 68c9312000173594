import type { CheckConfig } from './response-config.ts';

/** What a configured check is called, for whoever has to decide on what it will check. */
export function nameOfCheck(check: CheckConfig): string {
  if (check.name !== undefined) return check.name;
  switch (check.kind) {
    case 'http':
      return `GET ${withoutQuery(check.http.url)}`;
    case 'command':
      return check.command.join(' ').slice(0, 80);
    case 'workflow':
      return check.workflow;
    case 'alert-cleared':
      return 'alert cleared';
  }
}

function withoutQuery(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? url;
}
