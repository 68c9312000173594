import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { draftPostMortem, type ReportDesk } from '../../src/road/draft-post-mortem.ts';
import { deskWith } from '../support/road-desk.ts';
import { fact, idOf, minute } from '../support/store-events.ts';
import { finalized, wayTo } from '../support/stories.ts';

const asked = { by: 'ana', at: minute(60), now: minute(60) };
const templates = fileURLToPath(new URL('../../templates/', import.meta.url));

/** Reports kept in a map instead of files. */
function reportsIn(
  kept: Map<string, string>,
  loadTemplate = (name: string) => fs.readFileSync(templates + name, 'utf8'),
): Pick<ReportDesk, 'people' | 'reporting'> {
  return {
    people: { ana: { name: 'Ana Lima', email: 'ana@example.com' } },
    reporting: {
      version: '1.0.0',
      language: 'en',
      loadTemplate,
      read: (_id, name) => kept.get(name) ?? null,
      write: (id, name, content) => {
        kept.set(name, content);
        return `${id}/${name}`;
      },
    },
  };
}

describe('drafting', () => {
  test('is on record, then everything is written from the record', async () => {
    const desk = await deskWith(wayTo.resolved);
    const kept = new Map<string, string>();
    const drafted = await draftPostMortem(idOf(1), asked, { ...desk, ...reportsIn(kept) });
    expect(drafted).toMatchObject({ ok: true, incident: { post_mortem: { state: 'draft', version: 1 } } });
    expect([...kept.keys()].toSorted()).toEqual([
      'action-items.json',
      'post-mortem.html',
      'post-mortem.md',
      'summary.json',
    ]);
    expect(kept.get('post-mortem.md')).toContain(idOf(1));
    expect(JSON.parse(kept.get('summary.json') ?? '')).toMatchObject({
      incident_id: idOf(1),
      status: 'resolved',
      run_id: `${idOf(1)}-${drafted.ok ? drafted.incident.revision : 0}`,
      version: '1.0.0',
      post_mortem: { state: 'draft', version: 1 },
      severity: 'SEV-2',
    });
  });

  test('again keeps what people wrote, and says so', async () => {
    const desk = await deskWith(wayTo.resolved);
    const kept = new Map<string, string>();
    const again = () => draftPostMortem(idOf(1), asked, { ...desk, ...reportsIn(kept) });
    await again();
    kept.set('post-mortem.md', `${kept.get('post-mortem.md')}\nThe pool grew past the limit of its database.\n`);
    expect(await again()).toMatchObject({ ok: true, incident: { post_mortem: { version: 2 } } });
    expect(kept.get('post-mortem.md')).toContain('The pool grew past the limit of its database.');
  });

  test('leaves blaming words of the record out, and says how many', async () => {
    const blaming = fact(
      'note.added',
      {
        kind: 'finding',
        text: 'Ana was careless and should have known better',
        evidence: [],
        milestone: null,
        amends: null,
      },
      3,
    );
    const desk = await deskWith([...wayTo.resolved, blaming]);
    const kept = new Map<string, string>();
    const drafted = await draftPostMortem(idOf(1), asked, { ...desk, ...reportsIn(kept) });
    expect(kept.get('post-mortem.md')).not.toContain('careless');
    expect(drafted.ok && drafted.warnings.join()).toContain('left out for blaming language');
  });

  test('is refused before it is resolved, and once the report is final', async () => {
    const open = await deskWith(wayTo.mitigating);
    expect(await draftPostMortem(idOf(1), asked, { ...open, ...reportsIn(new Map()) })).toMatchObject({
      ok: false,
      kind: 'refused',
      response: { refusal: { reason: 'not-in-this-status' } },
    });
    const final = await deskWith([...wayTo.resolved, finalized()]);
    const signed = new Map([['post-mortem.md', '# Signed off']]);
    expect(await draftPostMortem(idOf(1), asked, { ...final, ...reportsIn(signed) })).toMatchObject({
      ok: false,
      response: { refusal: { reason: 'post-mortem-already-final' } },
    });
    expect(signed.get('post-mortem.md')).toBe('# Signed off');
  });

  test('with a template that does not work names the template and writes nothing', async () => {
    const desk = await deskWith(wayTo.resolved);
    const kept = new Map<string, string>();
    const drafted = await draftPostMortem(idOf(1), asked, { ...desk, ...reportsIn(kept, () => '{{#if') });
    expect(drafted).toMatchObject({ ok: false, kind: 'template-broken', template: expect.any(String) });
    expect([...kept.keys()]).toEqual([]);
  });
});
