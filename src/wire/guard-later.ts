import path from 'node:path';
import type { GuardingHouse } from '../cli/guarding-house.ts';
import type { Outside } from '../cli/run.ts';
import type { Config } from '../config/config.ts';
import type { FileStoreOptions } from '../store/ground.ts';
import { StoreTrouble } from '../store/incident-store.ts';
import { keepInQuarantine, quarantineLimit } from '../store/quarantine.ts';
import type { Stores } from './opened-stores.ts';

/** What guards the record; encryption and upkeep load when they are used. */
export function guardLater(
  outside: Outside,
  config: Config,
  site: {
    readonly files: FileStoreOptions;
    readonly redact: (text: string) => string;
    readonly journalElsewhere: Stores['journalElsewhere'];
    /** What `--config` named. */
    readonly configPath: string | null;
  },
): GuardingHouse {
  const { files, redact, configPath, journalElsewhere } = site;
  const { protection } = files;
  const recipients = config.security.encrypt_to;
  const encrypt = async (bytes: Uint8Array): Promise<Uint8Array> =>
    (await import('../store/age-file.ts')).encryptTo(recipients, bytes);
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
                const { keepOriginal } = await import('../store/originals.ts');
                keepOriginal(files, byIncident(places), await encrypt(bytes));
              } catch (error) {
                const said = error instanceof Error ? error.message : String(error);
                const why =
                  error instanceof StoreTrouble ? said : `security.encrypt_to names what is no age recipient (${said})`;
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
      const { openUpkeep } = await import('./open-upkeep.ts');
      return openUpkeep(outside, config, { files, configPath, journalElsewhere });
    },
  };
}

function byIncident(places: readonly { readonly id: string; readonly seq: number }[]) {
  const ids = [...new Set(places.map(({ id }) => id))];
  return ids.map((id) => ({ id, seqs: places.filter((place) => place.id === id).map(({ seq }) => seq) }));
}
