import Handlebars from 'handlebars';
import { stripControls } from '../sanitise/terminal-safe.ts';
import { type MessageText, openMarks, type ValueMarks } from './message-text.ts';
import { type Message, type MessageKind, messageKinds } from './notifier.ts';

const longestLine = 300;
const longestText = 12_000;
const mostLinks = 8;
const mostCommands = 5;

/** Puts messages into words. */
export interface MessageWriter {
  /** `template` is the message's kind unless told otherwise. */
  write(message: Message, template?: MessageKind | 'summary'): MessageText;
  /** False where the project's own words for it are broken, so that the program's are used. */
  isUsable(message: Message, template?: MessageKind | 'summary'): boolean;
}

/** Every message that has words of its own. */
export const wordedKinds = [...messageKinds, 'summary'] as const;

/** The text of a template by its name; `program` for the one that comes with the program. */
type LoadTemplate = (name: string, whose?: 'program') => string;
type Template = (view: object) => string;
type View = Readonly<Record<string, string | boolean | null | readonly string[]>>;

/**
 * Opens a writer that takes its words from `messages/<kind>.<language>.hbs`, each template read and compiled once.
 *
 * Only templates are compiled, never a value. Where the project's own is broken the program's takes its place, and where
 * both are, that costs the words, not the message.
 */
export function openWriter(loadTemplate: LoadTemplate): MessageWriter {
  const templates = new Map<string, Template | null>();
  const engine = Handlebars.create();
  for (const helper of ['log', 'lookup', 'helperMissing', 'blockHelperMissing']) engine.unregisterHelper(helper);
  const find = (name: string, whose?: 'program'): Template | null => {
    const key = `${whose ?? 'own'} ${name}`;
    const known = templates.get(key);
    if (known !== undefined) return known;
    const template = compile(name, whose);
    templates.set(key, template);
    return template;
  };
  const compile = (name: string, whose?: 'program'): Template | null => {
    try {
      const language = name.split('.').at(-2) ?? 'en';
      const partial = (part: string) =>
        engine.compile(loadTemplate(`messages/${part}.${language}.hbs`, whose).trimEnd(), strictly);
      const partials = { facts: partial('facts'), status: partial('status'), closing: partial('closing') };
      const fill = engine.compile(loadTemplate(name, whose), strictly);
      return (view) =>
        fill(view, { partials, allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
    } catch {
      return null;
    }
  };
  const fill = (template: Template | null, message: Message): MessageText | null => {
    const marks = openMarks();
    try {
      const filled = template?.(viewOf(message, marks));
      const text = filled === undefined ? null : marks.read(filled);
      return text === null || text.subject === '' ? null : text;
    } catch {
      // A template that can't be filled is passed over like a missing one.
      return null;
    }
  };
  const nameOf = (message: Message, template: string): string => `messages/${template}.${message.language}.hbs`;
  return {
    write: (message, template = message.kind) => {
      const name = nameOf(message, template);
      const text = fill(find(name), message) ?? fill(find(name, 'program'), message);
      if (text !== null) return text;
      const marks = openMarks();
      return marks.read(withoutTemplate(viewOf(message, marks)));
    },
    isUsable: (message, template = message.kind) => fill(find(nameOf(message, template)), message) !== null,
  };
}

const writers = new WeakMap<LoadTemplate, MessageWriter>();

/** The one writer for everything that takes its words from the same place: compiling them costs more than sending. */
export function shareWriter(loadTemplate: LoadTemplate): MessageWriter {
  const writer = writers.get(loadTemplate) ?? openWriter(loadTemplate);
  writers.set(loadTemplate, writer);
  return writer;
}

const strictly = {
  noEscape: true,
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { each: true, if: true, unless: true, with: true, log: false, lookup: false },
} as const;

function viewOf(message: Message, { mark }: ValueMarks): View {
  const { incident, audience, kind } = message;
  const line = (text: string | null): string | null => {
    const one = text === null ? '' : toLine(text);
    return one === '' ? null : mark(one);
  };
  const time = (at: string | null): string | null => {
    const said = at === null ? null : sayTime(at);
    return said === null ? null : mark(said.text, { at: said.at });
  };
  const text = toLines(message.text);
  return {
    id: line(incident.id),
    title: line(incident.title) ?? line(incident.id),
    severity: line(incident.severity),
    status: line(incident.status),
    is_open: incident.status === 'open',
    is_investigating: incident.status === 'investigating',
    is_mitigating: incident.status === 'mitigating',
    is_resolved: incident.status === 'resolved',
    is_closed: incident.status === 'closed',
    service: line(incident.service),
    commander: line(incident.commander),
    started_at: time(incident.started_at),
    declared_at: time(incident.declared_at),
    next_update_at: time(message.next_update_at),
    links: incident.links
      .flatMap((link) => checkLink(link) ?? [])
      .slice(0, mostLinks)
      .map((url) => mark(url, { url })),
    text: text === '' ? null : mark(text),
    next: message.next.slice(0, mostCommands).flatMap((command) => line(command) ?? []),
    maybe_repeated: message.maybe_repeated,
    responders: audience === 'responders',
    internal: audience === 'internal',
    customers: audience === 'customers',
    kind,
  };
}

function withoutTemplate(view: View): string {
  const { id, title, severity, service, text, next, customers } = view;
  if (customers === true) return [service ?? id, '', text ?? '', '', `-- ${id}`].join('\n');
  const commands = Array.isArray(next) ? next.map((command: string) => `- \`${command}\``) : [];
  return [`[${severity}] ${title} (${id}): ${view['kind']}`, '', text ?? '', '', service ?? '', '', ...commands].join(
    '\n',
  );
}

const invisible = /[\u00ad\u180e\u200b\u2060-\u2064]/g;

function toLine(text: string): string {
  const line = stripControls(text.slice(0, longestLine * 8))
    .replaceAll(invisible, '')
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length <= longestLine ? line : `${line.slice(0, longestLine - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function toLines(text: string): string {
  const lines = stripControls(text.slice(0, longestText * 4))
    .replaceAll(invisible, '')
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/\n ?(?:\n ?){2,}/g, '\n\n')
    .trim();
  return lines.length <= longestText ? lines : `${lines.slice(0, longestText - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function sayTime(at: string): { readonly text: string; readonly at: string } | null {
  const time = Date.parse(at.slice(0, 40));
  if (Number.isNaN(time)) return null;
  const iso = new Date(time).toISOString();
  return { at: iso, text: `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC` };
}

function checkLink(link: string): string | null {
  if (link.length > 1_000 || !URL.canParse(link)) return null;
  const url = new URL(link);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  url.username = '';
  url.password = '';
  return url.href.replaceAll(/[\s"'()<>[\]\\`|{}*^@]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
