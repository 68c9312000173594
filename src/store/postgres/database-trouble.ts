import { StoreTrouble, type TroubleReason } from '../incident-store.ts';

/** SQLSTATEs, or the two characters of their class, and what they mean for whoever wants something kept. */
const bySqlState: Readonly<Record<string, TroubleReason>> = {
  '08': 'database-unreachable',
  '57P01': 'database-unreachable',
  '57P02': 'database-unreachable',
  '57P03': 'database-unreachable',
  '57P05': 'database-unreachable',
  '28': 'database-refused',
  '3D': 'database-refused',
  '42501': 'database-refused',
  '53100': 'database-full',
  '53': 'database-busy',
  '55P03': 'database-busy',
  '57014': 'database-busy',
  '40': 'database-busy',
  '25006': 'database-read-only',
  '25P03': 'database-busy',
};

const silent = /timeout|terminated|closed|ended|hang up/i;
const tls = /certificate|self.signed|SSL|TLS|altname/i;

/** Says in the store's words what went wrong between us and the database; our own words are handed back as they are. */
export function toDatabaseTrouble(error: unknown, shown: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreTrouble) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const reason = reasonOf(code, error.message);
  // A mistake in our own code is a bug and must be told as one.
  if (reason === null) return error;
  const what = error.message.split('\n')[0]?.slice(0, 200) ?? '';
  return new StoreTrouble(reason, shown, `${what}${code === '' ? '' : ` (${code})`}`);
}

function reasonOf(code: string, message: string): TroubleReason | null {
  if (/^[0-9A-Z]{5}$/.test(code) && !/^E[A-Z]{4}$/.test(code)) {
    return bySqlState[code] ?? bySqlState[code.slice(0, 2)] ?? 'database-faulty';
  }
  if (tls.test(message) || tls.test(code)) return 'database-refused';
  if (/^E[A-Z_]+$/.test(code) && !code.startsWith('ERR_')) return 'database-unreachable';
  if (silent.test(message)) return 'database-unreachable';
  if (/password|SASL|SCRAM|authentication/i.test(message)) return 'database-refused';
  return null;
}

/** True for every trouble that leaves the local disk as the only place to keep something. */
export function isDatabaseTrouble(error: unknown): error is StoreTrouble {
  return error instanceof StoreTrouble && error.reason.startsWith('database-');
}

/** True when whole transactions may simply be tried again: they got in each other's way. */
export function isWorthRepeating(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001');
}
