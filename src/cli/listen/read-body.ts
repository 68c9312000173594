import type { IncomingMessage } from 'node:http';

/** Reads a request's body up to the limit; null where it is larger. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limit) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** What a form holds: the JSON in its field `payload`, or else its fields as an object. */
export function unwrapForm(contentType: string | undefined, body: Buffer): Buffer {
  if (!/^application\/x-www-form-urlencoded\b/i.test(contentType ?? '')) return body;
  const fields = new URLSearchParams(body.toString('utf8'));
  const payload = fields.get('payload');
  if (payload !== null) return Buffer.from(payload);
  // Some senders call everything a form, also when it is JSON.
  const [first] = fields.keys();
  if (first === undefined || /^\s*[{[]/.test(first)) return body;
  return Buffer.from(JSON.stringify(Object.fromEntries(fields)));
}
