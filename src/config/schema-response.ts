import * as z from 'zod/mini';
import type { CheckWanted } from '../incident/check-wanted.ts';
import {
  command,
  duration,
  filledListOf,
  flag,
  foreignName,
  listOf,
  milliseconds,
  name,
  named,
  oneOrMoreOf,
  section,
  severity,
  someTime,
  text,
  webAddress,
  wholeNumber,
  workflowArguments,
} from './schema-values.ts';

const variable = text.check(z.regex(/^[A-Za-z_][A-Za-z0-9_]{0,127}$/, 'is no name of a variable'));

export const workflows = named(
  name,
  section({
    command,
    timeout: z.optional(someTime),
    pass_apply: z.optional(flag),
    env: z.optional(listOf(variable)),
  }),
);

const status = wholeNumber(100, 599);

const httpCheck = section({
  url: webAddress,
  status: z.optional(z.union([status, filledListOf(status)], 'has to be a status such as 200, or a list of them')),
  within: z.optional(milliseconds),
  timeout: z.optional(milliseconds),
  body_contains: z.optional(text),
  json: z.optional(
    section({
      path: text,
      equals: z.union([z.string(), z.number(), z.boolean(), z.null()], 'has to be text, a number, true, false or null'),
    }),
  ),
});

const check = section({
  name: z.optional(text),
  http: z.optional(httpCheck),
  command: z.optional(command),
  timeout: z.optional(someTime),
  workflow: z.optional(name),
  args: z.optional(workflowArguments),
  alert_cleared: z.optional(z.literal(true, 'can only be true; leave it out otherwise')),
}).check(
  z.refine(
    ({ http, command, workflow, alert_cleared }) =>
      [http, command, workflow, alert_cleared].filter((kind) => kind !== undefined).length === 1,
    'has to ask exactly one of http, command, workflow and alert_cleared',
  ),
);

export const checks = listOf(z.pipe(check, z.transform(tellKind)));

const usualTimeout = 60;

function tellKind(given: z.output<typeof check>): CheckWanted {
  const { name: called, http, command: argv, timeout, workflow, args } = given;
  if (http !== undefined) {
    const { within, timeout: patience, ...rest } = http;
    return { kind: 'http', name: called, http: { ...rest, within_ms: within, timeout_ms: patience } };
  }
  if (argv !== undefined) return { kind: 'command', name: called, command: argv, timeout: timeout ?? usualTimeout };
  if (workflow !== undefined) return { kind: 'workflow', name: called, workflow, args: args ?? {} };
  return { kind: 'alert-cleared', name: called };
}

export const verification = section({
  passes: z.optional(wholeNumber(1, 100)),
  every: z.optional(duration),
  checks: z.optional(checks),
});

const match = section({
  service: z.optional(oneOrMoreOf(text)),
  severity: z.optional(oneOrMoreOf(severity)),
  source: z.optional(oneOrMoreOf(text)),
  labels: z.optional(named(foreignName, text)),
  when: z.optional(text),
}).check(
  z.refine((given) => Object.values(given).some((wanted) => wanted !== undefined), 'has to say what it matches'),
);

const proposal = section({ workflow: name, args: z.optional(workflowArguments) });

export const playbooks = listOf(
  section({
    name: text,
    match,
    propose: proposal,
    also: z.optional(listOf(proposal)),
    risk: z.optional(text),
    pre_check: z.optional(checks),
    verification: z.optional(checks),
    auto: z.optional(flag),
  }),
);

export const approvals = section({
  default: z.optional(
    section({
      by: z.optional(listOf(text)),
      count: z.optional(wholeNumber(1, 20)),
      expires: z.optional(someTime),
      proposer_may_approve: z.optional(listOf(severity)),
      signed: z.optional(flag),
    }),
  ),
  allowed_signers: z.optional(text),
});
