/** The parts people play in a response, as other tools and `--json` spell them. */
export const roles = ['commander', 'communications-lead', 'scribe', 'responder'] as const;

export type Role = (typeof roles)[number];

/** What a role is called in a sentence. */
export const roleNames: Readonly<Record<Role, string>> = {
  commander: 'incident commander',
  'communications-lead': 'communications lead',
  scribe: 'scribe',
  responder: 'responder',
};

/** Reads a role by its name or a short form (`ic`, `comms`); null for anything else. */
export function parseRole(text: string): Role | null {
  const word = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  const known: Readonly<Record<string, Role>> = {
    commander: 'commander',
    'incident-commander': 'commander',
    ic: 'commander',
    'communications-lead': 'communications-lead',
    communications: 'communications-lead',
    comms: 'communications-lead',
    scribe: 'scribe',
    responder: 'responder',
  };
  return Object.hasOwn(known, word) ? (known[word] ?? null) : null;
}
