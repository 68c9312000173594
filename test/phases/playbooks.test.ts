import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesOfService, specIdOfService } from '../../src/incident/service-names.ts';
import { fillArguments, needsSuspects } from '../../src/phases/fill-arguments.ts';
import { matchesPlaybook, type PlaybookMatch } from '../../src/phases/match-playbook.ts';
import { hypothesesFor } from '../../src/phases/note-suspects.ts';
import { incidentAfter } from '../support/given.ts';
import { alertOf, fact, idOf } from '../support/store-events.ts';
import { declared } from '../support/stories.ts';

const incident = incidentAfter(declared);
const names = ['checkout-api', 'checkout'];

describe('a playbook fits', () => {
  test.each<[PlaybookMatch, boolean]>([
    [{ service: ['checkout-api'] }, true],
    [{ service: ['payments', 'checkout'] }, true],
    [{ service: ['check*'] }, true],
    [{ service: ['check'] }, false],
    [{ severity: ['SEV-2'] }, true],
    [{ severity: ['SEV-1'] }, false],
    [{ source: ['test'] }, true],
    [{ source: ['alertmanager'] }, false],
    [{ labels: { region: 'north' } }, true],
    [{ labels: { region: 'n*' } }, true],
    [{ labels: { region: 'south' } }, false],
    [{ labels: { region: 'north', zone: 'a' } }, false],
    [{ labels: { constructor: '*' } }, false],
    [{ service: ['checkout'], severity: ['SEV-1'] }, false],
  ])('%j: %s', (match, fits) => {
    expect(matchesPlaybook(match, incident, names)).toBe(fits);
  });

  test('where one alert of several has the labels, and not where two have them between them', () => {
    const zoned = { ...alertOf('f00d000000000002'), labels: { zone: 'a' } };
    const two = incidentAfter([fact('alert.received', { alert: zoned, payload: {} }, 2)], incident);
    expect(matchesPlaybook({ labels: { zone: 'a' } }, two, names)).toBe(true);
    expect(matchesPlaybook({ labels: { zone: 'a', region: 'north' } }, two, names)).toBe(false);
  });

  test('by every name of its service', () => {
    const services = { checkout: { spec_id: 'spec-core-007' }, other: {} };
    expect(namesOfService('spec-core-007', services)).toEqual(['spec-core-007', 'checkout']);
    expect(namesOfService(null, services)).toEqual([]);
    expect(namesOfService('spec-x', { 'spec-x': { spec_id: 'spec-x' } })).toEqual(['spec-x']);
    expect(specIdOfService('checkout', services)).toBe('spec-core-007');
    expect(specIdOfService('spec-x', services)).toBe('spec-x');
    expect(specIdOfService('constructor', services)).toBeNull();
  });
});

describe('an argument is filled', () => {
  const suspects = [
    { ref: 'abc', deployment_id: null, version: 'v9', previous_version: null },
    { ref: 'deploy-7', deployment_id: 'deploy-7', version: 'v2', previous_version: 'v1' },
    { ref: 'deploy-6', deployment_id: 'deploy-6', version: 'v1', previous_version: 'v0' },
  ];
  const sources = { incident, spec_id: 'spec-core-007', suspects };

  test.each([
    ['suspect.deployment_id', 'deploy-7'],
    ['suspect.version', 'v9'],
    ['suspect.previous_version', 'v1'],
    ['incident.id', idOf(1)],
    ['incident.service', 'checkout-api'],
    ['service', 'checkout-api'],
    ['severity', 'SEV-2'],
    ['incident.severity', 'SEV-2'],
    ['spec_id', 'spec-core-007'],
    ['labels.region', 'north'],
    ['=labels.region', 'labels.region'],
    ['=', ''],
    ['true', 'true'],
    ['3', '3'],
    ['-1.5', '-1.5'],
  ])('from %s with %j', (field, value) => {
    expect(fillArguments({ name: field }, sources)).toEqual({ ok: true, args: [{ name: 'name', value }] });
  });

  test.each([
    ['labels.zone', 'no-value'],
    ['labels.__proto__', 'no-value'],
    ['suspect.score', 'no-such-field'],
    ['incident.title', 'no-such-field'],
    ['deploy-{{ incident.id }}', 'no-such-field'],
    ['', 'no-such-field'],
  ])('from %j not at all: %s', (field, why) => {
    expect(fillArguments({ name: field }, sources)).toEqual({
      ok: false,
      unfilled: [{ argument: 'name', field, why }],
    });
  });

  test('all fields of a suspect come from the same one', () => {
    const wanted = { id: 'suspect.deployment_id', version: 'suspect.version' };
    const filled = fillArguments(wanted, sources);
    expect(filled).toMatchObject({ args: [{ value: 'deploy-7' }, { value: 'v2' }] });
    expect(needsSuspects(wanted)).toBe(true);
    expect(fillArguments(wanted, { ...sources, suspects: suspects.slice(0, 1) }).ok).toBe(false);
  });

  test('a label on which alerts disagree is no value', () => {
    const alert = { ...alertOf('f00d000000000002'), labels: { region: 'south' } };
    const two = incidentAfter([fact('alert.received', { alert, payload: {} }, 2)], incident);
    expect(fillArguments({ name: 'labels.region' }, { ...sources, incident: two }).ok).toBe(false);
  });

  test('never with anything but a whole field or the literal text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const filled = fillArguments({ name: `=${text}` }, sources);
        expect(filled).toEqual({ ok: true, args: [{ name: 'name', value: text }] });
      }),
    );
  });
});

describe('suspects', () => {
  const suspect = { ref: 'deploy-7', title: 'checkout v2', reason: 'Deployment deploy-7 12 min before the start.' };
  const text = 'suspect deploy-7: checkout v2. Deployment deploy-7 12 min before the start.';

  test('become hypotheses once each, the likeliest only', () => {
    expect(hypothesesFor(incident, [suspect, { ...suspect, ref: 'x' }], 1)).toEqual([text]);
    const noted = fact('note.added', { kind: 'hypothesis', text, evidence: [], milestone: null, amends: null }, 3);
    expect(hypothesesFor(incidentAfter([noted], incident), [suspect], 3)).toEqual([]);
  });

  test('that are commits go by the beginning of their hash, and anything else by its name', () => {
    const leads = ['0123456789abcdef0123456789abcdef01234567', 'release-0123456789abcdef'].map(
      (ref) => hypothesesFor(incident, [{ ...suspect, ref }], 1)[0]?.split(':')[0],
    );
    expect(leads).toEqual(['suspect 0123456789', 'suspect release-0123456789abcdef']);
  });
});
