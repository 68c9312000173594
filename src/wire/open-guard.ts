import type { Outside } from '../cli/run.ts';
import type { Config } from '../config/config.ts';
import { resolveSecret } from '../config/secret.ts';
import type { Prepared, ProtectionKeys } from '../store/protection.ts';

/** What seals and signs records; null where nothing of that is configured, and then nothing is loaded. */
export async function openGuard({ security }: Config, { env }: Pick<Outside, 'env'>): Promise<Prepared | null> {
  const { signing_key, verify_key, record_key, encrypt_record } = security;
  if (signing_key === null && verify_key.length === 0 && record_key === null && !encrypt_record) return null;
  const secretOf = (reference: string | null): string | null => {
    const found = reference === null ? null : resolveSecret(reference, env);
    return found?.ok === true ? found.value : null;
  };
  const { prepareProtection } = await import('../store/protection.ts');
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
