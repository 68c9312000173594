import type { AlertSource } from '../alert-source.ts';
import { hasNagiosMacros, readNagiosMacros } from '../nagios-fields.ts';
import { isRecord } from '../pick.ts';

const marks =
  /^(?:notify_)?(?:omd_?(?:site|root)|what|monitoring_host|event_txt|.*short_?state|svc_sl|host_sl|previous(?:host|service)hardstate.*|mail_command|logdir)$/i;

/** Checkmk inherited the macros of Nagios; what it added tells it apart. */
export const checkmk: AlertSource = {
  name: 'checkmk',
  shape: 'the context of a Checkmk notification',
  recognises: (payload) =>
    isRecord(payload) &&
    (Object.keys(payload).some((key) => marks.test(key.slice(0, 60))) || hasNotifyKeys(payload)) &&
    hasNagiosMacros(payload),
  read: (payload) => [readNagiosMacros(payload)],
};

function hasNotifyKeys(payload: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(payload).some((key) => key.startsWith('NOTIFY_'));
}
