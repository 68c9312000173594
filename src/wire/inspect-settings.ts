import { version } from 'node:process';
import type { Outside } from '../cli/run.ts';
import type { HealthCheck } from '../cli/upkeep.ts';
import type { Config } from '../config/config.ts';
import { explainProblem } from '../config/problem.ts';
import { readConfig } from '../config/read-config.ts';
import { openGuard } from './open-guard.ts';

const oldestNode = [20, 20] as const;

/** Looks at the configuration, the secrets it counts on, and the Node that runs the program. */
export async function inspectSettings(
  outside: Outside,
  config: Config,
  configPath: string | null,
): Promise<readonly HealthCheck[]> {
  const reading = await readConfig({ path: configPath, cwd: outside.cwd(), env: outside.env });
  const guard = await openGuard(config, outside);
  const [major = 0, minor = 0] = version.slice(1).split('.').map(Number);
  const recent = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  const place = reading.path ?? 'no configuration: everything has its default';
  const problems = [...reading.problems.map(explainProblem), ...(guard?.problems ?? [])].map((text) =>
    text.replaceAll(/\n\s*/g, '; '),
  );
  return [
    recent
      ? { name: 'node', state: 'ok', text: version, fix: null }
      : { name: 'node', state: 'fail', text: `${version} is older than 20.20`, fix: 'install Node 20.20 or newer' },
    ...(problems.length === 0
      ? [{ name: 'configuration', state: 'ok', text: place, fix: null } as const]
      : problems.map(
          (text) => ({ name: 'configuration', state: 'fail', text, fix: `edit ${reading.path ?? 'it'}` }) as const,
        )),
    ...reading.notes.map(
      (text) => ({ name: 'safety', state: 'warn', text, fix: 'leave the key out, or set it to true' }) as const,
    ),
    ...(await sayRecipients(config)),
    ...sayEncryption(config),
    ...reading.warnings.map(
      (text) => ({ name: 'secrets', state: 'warn', text, fix: `export ${text.split(' ')[0] ?? 'it'}=…` }) as const,
    ),
  ];
}

/** A recipient that looks like one and is none would be found out by the first alert. */
async function sayRecipients({ security: { encrypt_to: recipients } }: Config): Promise<readonly HealthCheck[]> {
  if (recipients.length === 0) return [];
  const { encryptTo } = await import('../store/age-file.ts');
  const wrong: HealthCheck[] = [];
  for (const recipient of recipients) {
    try {
      await encryptTo([recipient], new Uint8Array(1));
    } catch {
      const text = `security.encrypt_to: ${recipient.slice(0, 16)}… is no age recipient, so no original of an alert is kept`;
      wrong.push({ name: 'encryption', state: 'fail', text, fix: 'give the public key that age-keygen printed' });
    }
  }
  return wrong;
}

/** Where records are encrypted, people should know what is not. */
function sayEncryption({ security: { encrypt_record, encrypt_to } }: Config): readonly HealthCheck[] {
  if (!encrypt_record) return [];
  const name = 'encryption';
  const sealed = 'records and silences are encrypted; reports under post-mortems/ are written to be read and are not';
  if (encrypt_to.length > 0) return [{ name, state: 'ok', text: sealed, fix: null }];
  const text = `${sealed}; nor are payloads in quarantine/ while nobody is named to open them`;
  return [{ name, state: 'warn', text, fix: 'name age recipients in security.encrypt_to' }];
}
