import type { IncidentStore } from './incident-store.ts';

type Tell = (what: string, facts: Readonly<Record<string, unknown>>) => void;

/** The same store, telling what is written and how it went; reading stays silent. */
export function logWrites(store: IncidentStore, tell: Tell): IncidentStore {
  const create: IncidentStore['create'] = async (declaration) => {
    const created = await store.create(declaration);
    const { id, events } = declaration;
    tell(created.ok ? 'incident created' : 'incident not created', {
      id,
      outcome: created.ok ? 'kept' : created.reason,
      events: events.map(({ type }) => type),
    });
    return created;
  };
  const append: IncidentStore['append'] = async (id, expectedRevision, events, recordedAt) => {
    const appended = await store.append(id, expectedRevision, events, recordedAt);
    tell(appended.ok ? 'entry kept' : 'entry not kept', {
      id,
      outcome: appended.ok ? `revision ${appended.incident.revision}` : appended.reason,
      events: events.map(({ type }) => type),
    });
    return appended;
  };
  return new Proxy(store, {
    get(target, name) {
      if (name === 'create') return create;
      if (name === 'append') return append;
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}
