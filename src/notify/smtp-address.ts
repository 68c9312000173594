import { hostOf } from './host-of.ts';

/** Where and how to hand in mail. */
export interface SmtpPlace {
  readonly host: string;
  readonly port: number;
  /** Empty where the server asks for no log-in. */
  readonly user: string;
  readonly password: string;
  readonly tls: 'from-the-start' | 'required' | 'if-offered' | 'off';
  readonly loopback: boolean;
}

/**
 * Reads `smtp://user:password@host:587` or `smtps://…:465`; null for anything else.
 *
 * Away from the machine itself mail travels encrypted or not at all, unless the address says `?tls=off`.
 */
export function readSmtpAddress(address: string): SmtpPlace | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const secure = url.protocol === 'smtps:';
  if ((!secure && url.protocol !== 'smtp:') || url.hostname === '') return null;
  const host = hostOf(url).toLowerCase();
  const loopback = host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
  const off = url.searchParams.get('tls') === 'off';
  try {
    return {
      host,
      port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      tls: secure ? 'from-the-start' : off ? 'off' : loopback ? 'if-offered' : 'required',
      loopback,
    };
  } catch {
    return null;
  }
}
