import fs from 'node:fs';
import path from 'node:path';
import { readTextFile } from './read-text-file.ts';

/** A template, or why there is none that can be used. */
export type TemplateLoaded =
  | {
      readonly ok: true;
      readonly text: string;
      readonly origin: 'project' | 'program';
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly reason: 'name-invalid' | 'missing' };

const mostBytes = 256 * 1024;

/**
 * Loads a template by its file name: the project's own from `.smartspec/templates/` if there is a usable one, else the
 * one that comes with the program. One that can't be used is passed over with a warning: words must not cost a message.
 */
export function loadTemplate(
  name: string,
  { projectRoot, programFolder }: { readonly projectRoot: string; readonly programFolder: string },
  whose: 'own-or-program' | 'program' = 'own-or-program',
): TemplateLoaded {
  if (!/^(?:messages\/)?[a-z0-9][a-z0-9-]{0,63}(?:\.[a-z0-9]{1,12}){1,3}$/.test(name))
    return { ok: false, reason: 'name-invalid' };
  const folders = [path.join(projectRoot, '.smartspec'), path.join(projectRoot, '.smartspec', 'templates')];
  const warnings: string[] = [];
  if (whose !== 'program' && folders.every(isThere)) {
    const file = path.join(projectRoot, '.smartspec', 'templates', name);
    const own = [...folders, path.dirname(file)].some(isLink)
      ? ({ ok: false, reason: 'symlink' } as const)
      : readTextFile(file, mostBytes, 'refuse');
    if (own.ok) return { ok: true, text: own.text, origin: 'project', warnings };
    if (own.reason !== 'missing') warnings.push(`.smartspec/templates/${name} is not used: ${words[own.reason]}`);
  }
  const usual = readTextFile(path.join(programFolder, 'templates', name), mostBytes, 'follow');
  return usual.ok ? { ok: true, text: usual.text, origin: 'program', warnings } : { ok: false, reason: 'missing' };
}

/** The file names of the project's own words for messages, sorted; a hundred at most. */
export function ownMessageTemplates(projectRoot: string): readonly string[] {
  try {
    const names = fs.readdirSync(path.join(projectRoot, '.smartspec', 'templates', 'messages'));
    return names
      .filter((name) => name.endsWith('.hbs'))
      .toSorted()
      .slice(0, 100);
  } catch {
    return [];
  }
}

const words = {
  'not-a-file': 'it is not a file',
  'too-large': 'it is larger than 256 KiB',
  symlink: 'it is, or lies behind, a symbolic link',
  unreadable: 'it can not be read',
} as const;

function isThere(folder: string): boolean {
  return fs.lstatSync(folder, { throwIfNoEntry: false }) !== undefined;
}

function isLink(folder: string): boolean {
  return fs.lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
