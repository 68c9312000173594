import * as z from 'zod/mini';
import type { ScheduleConfig } from '../oncall/oncall-config.ts';
import {
  bySeverity,
  durationText,
  emailAddress,
  filledListOf,
  foreignName,
  listOf,
  name,
  named,
  projectPath,
  section,
  text,
  wholeNumber,
} from './schema-values.ts';

const mostLayers = 20;

const level = z.string().check(z.regex(/^(?:SEV-[1-4]|default)$/, 'has to be SEV-1 to SEV-4, or default'));

export const people = named(
  name,
  section({
    name: z.optional(text),
    email: z.optional(emailAddress),
    slack: z.optional(text),
    phone: z.optional(text),
    os_user: z.optional(text),
    channels: z.optional(named(level, listOf(text))),
  }),
);

const layerShape = {
  time_zone: z.optional(text),
  every: z.optional(text),
  handover: z.optional(text),
  starts: z.optional(text),
  ends: z.optional(text),
  days: z.optional(filledListOf(text)),
  hours: z.optional(text),
};

const overrides = z.optional(listOf(section({ from: text, to: text, person: text })));

/** Only shapes: what times, turns and zones may be is read by the room that works with them. */
const schedule = section({
  ...layerShape,
  rotation: z.optional(filledListOf(text)),
  layers: z.optional(
    listOf(section({ ...layerShape, rotation: filledListOf(text) })).check(
      z.maxLength(mostLayers, `has more than ${mostLayers} layers`),
    ),
  ),
  overrides,
  ics: z.optional(projectPath),
}).check(
  z.refine(
    ({ rotation, ics }) => (rotation === undefined) !== (ics === undefined),
    'needs either a rotation or an ics file',
  ),
);

export const oncall = named(
  name,
  z.pipe(
    schedule,
    z.transform((given: z.output<typeof schedule>): ScheduleConfig => {
      const { ics, rotation, layers, ...rest } = given;
      if (ics !== undefined) return { ics, time_zone: rest.time_zone, overrides: rest.overrides };
      return { ...rest, rotation: rotation ?? [], layers };
    }),
  ),
);

export const services = named(foreignName, section({ oncall: z.optional(text), spec_id: z.optional(text) }));

const policy = section({
  steps: filledListOf(section({ after: durationText, notify: filledListOf(text) })),
  repeat: z.optional(wholeNumber(0, 20)),
  repeat_every: z.optional(durationText),
  acknowledgement_expires: z.optional(durationText),
});

export const escalation = bySeverity(policy);
