import type { HealthCheck } from '../cli/upkeep.ts';
import { loadTemplate, ownMessageTemplates } from '../config/template-loader.ts';
import type { Message } from '../notify/notifier.ts';

/** Whether the project's own words for messages can be used; where they can't, the program's are, which nobody would notice. */
export async function inspectTemplates(projectRoot: string, programFolder: string): Promise<readonly HealthCheck[]> {
  const own = ownMessageTemplates(projectRoot);
  if (own.length === 0) return [];
  const { wordedKinds, openWriter } = await import('../notify/write-message.ts');
  const broken = own.filter((name) => {
    const [kind = '', language] = name.split('.');
    const load = (path: string): string => {
      const whose = path === `messages/${name}` ? 'own-or-program' : 'program';
      const loaded = loadTemplate(path, { projectRoot, programFolder }, whose);
      return loaded.ok && (whose === 'program' || loaded.origin === 'project') ? loaded.text : '';
    };
    const writer = openWriter(load);
    const template = wordedKinds.find((known) => known === kind);
    const partial = ['facts', 'status', 'closing'].includes(kind);
    if ((template === undefined && !partial) || (language !== 'en' && language !== 'th')) return true;
    return !writer.isUsable({ ...sample, language }, template ?? 'update');
  });
  const fix = 'compare them with templates/messages/ of the program';
  return broken.length === 0
    ? [{ name: 'templates', state: 'ok', text: `${own.length} of the project can be used`, fix: null }]
    : [{ name: 'templates', state: 'warn', text: `can not be used: ${broken.join(', ')}`, fix }];
}

const at = '2026-01-05T08:00:00.000Z';

const sample: Message = {
  key: 'sample',
  channel: 'email',
  to: 'nobody',
  via: null,
  kind: 'update',
  audience: 'responders',
  language: 'en',
  maybe_repeated: true,
  incident: {
    id: 'INC-20260105-SAMPLE',
    title: 'a sample',
    severity: 'SEV-2',
    status: 'open',
    service: 'sample',
    commander: 'nobody',
    started_at: at,
    declared_at: at,
    links: ['https://example.com/'],
  },
  text: 'a sample',
  next_update_at: at,
  calendar: null,
  next: ['incident list'],
};
