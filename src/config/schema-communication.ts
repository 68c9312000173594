import * as z from 'zod/mini';
import { parseHours } from '../oncall/duty-window.ts';
import { stages } from './communication-config.ts';
import {
  bySeverity,
  command,
  date,
  deadline,
  filledListOf,
  listOf,
  name,
  named,
  oneOf,
  oneOrMoreOf,
  secret,
  section,
  severity,
  someTime,
  text,
  timeZone,
  webAddress,
  webAddressOrSecret,
} from './schema-values.ts';

export const stakeholders = listOf(
  section({
    to: oneOrMoreOf(text),
    from: z.optional(severity),
    stages: z.optional(filledListOf(oneOf(stages))),
    audience: z.optional(oneOf(['internal', 'external'])),
  }),
);

export const communications = section({ cadence: z.optional(bySeverity(someTime)) });

export const notifications = section({
  slack: z.optional(
    section({ token: secret, channel_per_incident: z.optional(severity), api_url: z.optional(webAddress) }),
  ),
  email: z.optional(section({ smtp: secret, from: text })),
  webhook: z.optional(named(name, section({ url: webAddressOrSecret, secret: z.optional(secret) }))),
  command: z.optional(named(name, command)),
});

const hours = text.check(z.refine((given) => parseHours(given) !== null, 'has to be the hours of a day, from-to'));

export const postMortem = section({
  required_from: z.optional(severity),
  meeting: z.optional(
    section({
      within: z.optional(bySeverity(deadline)),
      time_zone: z.optional(timeZone),
      hours: z.optional(hours),
      working_days: z.optional(filledListOf(oneOf(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))),
      length: z.optional(someTime),
      holidays: z.optional(listOf(date)),
      attendees: z.optional(listOf(text)),
    }),
  ),
});

export const actions = section({ due: z.optional(bySeverity(deadline)) });
