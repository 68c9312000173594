import path from 'node:path';
import type { GuardingHouse } from './cli/guarding-house.ts';
import type { Outside } from './cli/run.ts';
import type { Config } from './config/config.ts';
import { resolveSecret } from './config/secret.ts';
import type { FileStoreOptions } from './store/ground.ts';
import type { Prepared, ProtectionKeys } from './store/protection.ts';
import { keepInQuarantine, quarantineLimit } from './store/quarantine.ts';

/** What seals and signs records; null where nothing of that is configured, and then nothing is loaded. */
export async function openGuard({ security }: Config, { env }: Pick<Outside, 'env'>): Promise<Prepared | null> {
  const { signing_key, verify_key, record_key, encrypt_record } = security;
  if (signing_key === null && verify_key.length === 0 && record_key === null && !encrypt_record) return null;
  const secretOf = (reference: string | null): string | null => {
    const found = reference === null ? null : resolveSecret(reference, env);
    return found?.ok === true ? found.value : null;
  };
  const { prepareProtection } = await import('./store/protection.ts');
  return prepareProtection({
    signing: secretOf(signing_key),
    verify: verify_key.flatMap((text): ProtectionKeys['verify'] => {
      if (!text.startsWith('env:')) return [{ kind: 'public', text }];
      const secret = secretOf(text);
      return secret === null ? [] : [{ kind: 'secret', text: secret }];
    }),
    record: secretOf(record_key),
    seals: encrypt_record,
    keyName: record_key ?? 'security.record_key, which is not configured',
  });
}

/** What guards the record; encryption and upkeep load when they are used. */
export function guardLater(
  outside: Outside,
  config: Config,
  site: {
    readonly files: FileStoreOptions;
    readonly redact: (text: string) => string;
    /** What `--config` named. */
    readonly configPath: string | null;
  },
): GuardingHouse {
  const { files, redact, configPath } = site;
  const { protection } = files;
  const recipients = config.security.encrypt_to;
  const encrypt = async (bytes: Uint8Array): Promise<Uint8Array> =>
    (await import('./store/age-file.ts')).encryptTo(recipients, bytes);
  return {
    locked:
      protection?.seals === true && protection.vault === null
        ? `The record is to be encrypted, and its key (${protection.keyName}) is not at hand.`
        : null,
    keepOriginals:
      recipients.length === 0
        ? null
        : async (originals) => {
            const warnings: string[] = [];
            for (const { bytes, places } of originals) {
              try {
                const { keepOriginal } = await import('./store/originals.ts');
                keepOriginal(files, byIncident(places), await encrypt(bytes));
              } catch (error) {
                const why = error instanceof Error ? error.message : String(error);
                warnings.push(`the original of the alert was not kept: ${redact(why)}`);
              }
            }
            return warnings;
          },
    quarantine: async (bytes, given) => {
      const why = { ...given, message: redact(given.message) };
      const sealed =
        recipients.length === 0 ? null : await encrypt(bytes.subarray(0, quarantineLimit)).catch(() => null);
      return path.relative(files.projectRoot, keepInQuarantine(files, bytes, why, outside.now(), sealed));
    },
    upkeep: async () => {
      const { openUpkeep } = await import('./wire-upkeep.ts');
      return openUpkeep(outside, config, { files, configPath });
    },
  };
}

function byIncident(places: readonly { readonly id: string; readonly seq: number }[]) {
  const ids = [...new Set(places.map(({ id }) => id))];
  return ids.map((id) => ({ id, seqs: places.filter((place) => place.id === id).map(({ seq }) => seq) }));
}
