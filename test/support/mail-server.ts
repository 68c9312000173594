import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { portOf } from './slack-faults.ts';

export interface MailArrived {
  readonly mail: ParsedMail;
  readonly raw: string;
  readonly encrypted: boolean;
  readonly user: string | undefined;
  /** Tells connections apart. */
  readonly session: string;
}

export interface MailServer {
  readonly port: number;
  readonly arrived: readonly MailArrived[];
}

/** A mail server on loopback that keeps what arrives; without options it offers neither encryption nor log-in. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const arrived: MailArrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        void simpleParser(raw).then((mail) => {
          const { secure: encrypted, user, id } = session;
          arrived.push({ mail, raw: raw.toString('utf8'), encrypted, user, session: id });
          done();
        }, done);
      });
    },
    ...options,
  });
  // Tests cut connections on purpose.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port: portOf(server.server.address()), arrived };
}

/** A certificate for 127.0.0.1 made on the spot, so that no key lies in the project; null where openssl is missing. */
export function makeCertificate(
  names = 'IP:127.0.0.1,DNS:localhost',
): { readonly key: string; readonly cert: string } | null {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-test-'));
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const name = ['-subj', '/CN=localhost', '-addext', `subjectAltName=${names}`];
  try {
    execFileSync('openssl', [...request, ...name, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { key: fs.readFileSync(key, 'utf8'), cert: fs.readFileSync(cert, 'utf8') };
  } catch {
    return null;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
