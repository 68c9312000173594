import { describe, expect, test } from 'vitest';
import { checkout } from '../support/payloads.ts';
import { openRig } from '../support/rig.ts';

const broken: readonly (readonly [what: string, config: string, place: RegExp])[] = [
  ['YAML that does not parse', 'incident_response:\n  people: [unclosed\n', /smartspec\.config\.yaml:\d+:\d+/],
  ['an unknown key', 'incident_response:\n  groupnig:\n    window: 5m\n', /:2:3.*groupnig|groupnig.*:2:3/],
  ['a value that is wrong', 'incident_response:\n  grouping:\n    window: five\n', /:3:\d+/],
  ['bytes that are no text', '\u0000\u0001\u0002', /smartspec\.config\.yaml/],
  ['a list at the top', '- a\n- b\n', /smartspec\.config\.yaml/],
];

describe('a configuration with', () => {
  test.each(broken)('%s costs exit 3 and never the alert', async (_what, config, place) => {
    const rig = openRig(config);
    const { code, json } = await rig.run('--alert-payload', checkout(), '--json');
    expect({ code, outcome: json.outcome, reason: json.error?.reason }).toEqual({
      code: 3,
      outcome: 'created',
      reason: 'config-unreadable',
    });
    expect(json.error?.hint).toMatch(place);
    expect(json.warnings.join('\n')).toContain('configuration: ');
    expect(rig.state(json.incident_id).alert_count).toBe(1);
    const again = await rig.run('--alert-payload', checkout());
    expect(again.code).toBe(3);
    expect(again.stderr).toMatch(place);
  });
});

test('several problems are told at once', async () => {
  const rig = openRig('incident_response:\n  grouping:\n    window: five\n    max_age: old\n  peeple: {}\n');
  const { json } = await rig.run('--alert-payload', checkout(), '--json');
  expect(json.warnings.filter((warning) => warning.startsWith('configuration: '))).toHaveLength(3);
  expect(json.error?.message).toContain('3 problems');
});

test('other commands warn, and do what they can', async () => {
  const rig = openRig('incident_response:\n  groupnig: {}\n');
  await rig.run('--alert-payload', checkout());
  const { code, json } = await rig.run('list', '--json');
  expect(code).toBe(0);
  expect(json.warnings.join()).toContain('groupnig');
});

test('a configuration named by --config that is not there is said so', async () => {
  const rig = openRig();
  const { code, json } = await rig.run('--alert-payload', checkout(), '--config', 'missing.yaml', '--json');
  expect({ code, outcome: json.outcome }).toEqual({ code: 3, outcome: 'created' });
  expect(json.error?.hint).toContain('missing.yaml');
});
