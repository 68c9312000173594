/** Where the database is, taken apart once. */
export interface DatabaseAddress {
  /** The URL for the client library, without what only we understand. */
  readonly url: string;
  /** The schema that holds our tables; several projects may share one database under different ones. */
  readonly schema: string;
  /** The place in words that hold no password. */
  readonly shown: string;
}

const defaultSchema = 'incident_response';
const schemaPattern = /^[a-z_][a-z0-9_]{0,50}$/;

/**
 * Reads a `postgres://` URL; `?schema=` names the schema. Null when it is no such URL.
 *
 * The library takes `sslmode` `prefer`, `require` and `verify-ca` for `verify-full` and complains on every start; we say
 * what it does. A server whose certificate nobody vouches for needs `sslmode=no-verify`, in so many words.
 */
export function readAddress(text: string): DatabaseAddress | null {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return null;
  }
  if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') return null;
  const schema = url.searchParams.get('schema') ?? defaultSchema;
  if (!schemaPattern.test(schema)) return null;
  url.searchParams.delete('schema');
  const mode = url.searchParams.get('sslmode') ?? '';
  if (['prefer', 'require', 'verify-ca'].includes(mode) && !url.searchParams.has('uselibpqcompat')) {
    url.searchParams.set('sslmode', 'verify-full');
  }
  const place = `${url.hostname || (url.searchParams.get('host') ?? 'localhost')}:${url.port || '5432'}${url.pathname}`;
  return { url: url.href, schema, shown: `postgres://${place}` };
}
