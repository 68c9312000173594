import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { NotificationState } from '../../src/incident/incident.ts';
import { openRig, program, type Ran, type Rig, type Told } from '../support/rig.ts';
import { emulatedToken } from '../support/slack-emulation.ts';

const clock = fileURLToPath(new URL('../support/shift-clock.cjs', import.meta.url));

/** A project whose people are reached by Slack and by mail on loopback. */
export interface ReachRig extends Rig {
  /** Runs a command so many seconds after now. */
  after(seconds: number, ...args: readonly string[]): Promise<Ran>;
  /** The same with flags of Node itself and further variables. */
  afterWith(
    seconds: number,
    how: { readonly node: readonly string[]; readonly env: Readonly<Record<string, string>> },
    ...args: readonly string[]
  ): Promise<Ran>;
  /** Runs a command with `--json` and fails unless it ends with 0. */
  done(seconds: number, ...args: readonly string[]): Promise<Told>;
  /** A `watch` that goes on until the test is over or it is interrupted; resolves to how it ended. */
  watch(...args: readonly string[]): { readonly interrupt: () => Promise<number | null> };
  /** What is on record of messages of one kind, each as `person channel state reason`. */
  told(id: string, kind?: string): readonly string[];
}

export interface Reach {
  readonly slack?: string;
  readonly mail?: number;
  /** Slack ids of the two people. */
  readonly ids?: readonly [string, string];
  /** Further lines below `incident_response:`. */
  readonly more?: readonly string[];
  readonly steps?: string;
  readonly slackSettings?: string;
}

const usualSteps =
  '[{ after: 0m, notify: [oncall:primary] }, { after: 5m, notify: [oncall:secondary] }, { after: 15m, notify: [person:cy] }]';

export function openReachRig(reach: Reach): ReachRig {
  const { slack, mail, ids = ['U0ANA', 'U0BO'], more = [], steps = usualSteps, slackSettings = '' } = reach;
  const channels = [
    ...(slack === undefined ? [] : [`    slack: { token: env:SLACK, api_url: "${slack}"${slackSettings} }`]),
    ...(mail === undefined ? [] : ['    email: { smtp: env:MAIL, from: Incidents <incidents@example.com> }']),
  ];
  const config = [
    'safety: { network_policy: { default: deny, allowlist_domains: [127.0.0.1, localhost] } }',
    'incident_response:',
    '  people:',
    `    ana: { name: Ana Lima, email: ana@example.com, slack: ${ids[0]}, phone: "+1 202 555 0101" }`,
    `    bo: { name: Bo Chen, email: bo@example.com, slack: ${ids[1]}, phone: "+1 202 555 0102" }`,
    '    cy: { name: Cy Okoro, email: cy@example.com, phone: "+1 202 555 0103" }',
    '  oncall:',
    '    primary: { rotation: [ana], starts: 2026-01-05 }',
    '    secondary: { rotation: [bo], starts: 2026-01-05 }',
    '  services: { checkout: { oncall: primary } }',
    `  escalation: { default: { steps: ${steps} } }`,
    '  notifications:',
    ...channels,
    ...more,
  ];
  const rig = openRig(`${config.join('\n')}\n`);
  const env = { SLACK: emulatedToken, MAIL: `smtp://127.0.0.1:${mail ?? 1}?tls=off` };
  const afterWith: ReachRig['afterWith'] = (seconds, how, ...args) =>
    rig.runWith(
      { node: ['--require', clock, ...how.node], env: { ...env, ...how.env, CLOCK_SHIFT: String(seconds) } },
      ...args,
    );
  return {
    ...rig,
    afterWith,
    after: (seconds, ...args) => afterWith(seconds, { node: [], env: {} }, ...args),
    done: async (seconds, ...args) => {
      const { code, json, stdout, stderr } = await afterWith(seconds, { node: [], env: {} }, ...args, '--json');
      if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${stdout}\n${stderr}`);
      return json;
    },
    watch: (...args) => {
      const order = { cwd: rig.folder, env: { PATH: process.env['PATH'] ?? '', HOME: rig.folder, ...env } };
      const child = spawn(process.execPath, [program, 'watch', '--interval', '1s', ...args], order);
      onTestFinished(() => void child.kill('SIGKILL'));
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      return {
        interrupt: () => {
          child.kill('SIGINT');
          return ended;
        },
      };
    },
    told: (id, kind = 'page') =>
      rig
        .state(id)
        .notifications.filter((state) => state.kind === kind)
        .map(say)
        .toSorted(),
  };
}

function say({ person, to, channel, state, reason }: NotificationState): string {
  return [person ?? to, channel, state, ...(reason === null ? [] : [reason])].join(' ');
}

export const declaring = ['declare', 'orders fail', '--severity', 'SEV-1', '--service', 'checkout'] as const;
