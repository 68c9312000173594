import type { AlertSource } from '../alert-source.ts';
import { hasNagiosMacros, readNagiosMacros } from '../nagios-fields.ts';

export const nagios: AlertSource = {
  name: 'nagios',
  shape: 'the macros of a Nagios notification',
  recognises: hasNagiosMacros,
  read: (payload) => [readNagiosMacros(payload)],
};
