import * as z from 'zod/mini';
import { type Deadline, parseDeadline, parseDuration, parseMilliseconds } from '../incident/duration.ts';
import { parseSeverity, type Severity } from '../incident/severity.ts';
import { isTimeZone } from '../oncall/time-zone.ts';
import { parseWall } from '../oncall/when.ts';
import { isEnvReference } from './secret.ts';

const longestText = 4096;
const longestList = 1000;

/** Words for a value that isn't what it has to be; absent and empty ones are told apart, and no value is repeated. */
export function says(words: string): { error: (issue: { readonly input?: unknown }) => string } {
  return {
    error: ({ input }) => (input === undefined ? 'is missing' : input === null ? 'has no value' : words),
  };
}

export const text = z
  .string(says('has to be text (put numbers and dates in quotes)'))
  .check(
    z.minLength(1, 'is empty'),
    z.maxLength(longestText, `is longer than ${longestText} characters`),
    z.regex(/^[^\u0000-\u0008\u000b-\u001f\u007f]*$/, 'holds control characters'),
  );

/** The name of a person, a schedule, a channel: it stands in targets such as `oncall:primary`. */
export const name = text.check(
  z.regex(
    /^(?=.{1,64}$)[A-Za-z0-9][\w-]*(?:\.[\w-]+)*$/,
    'has to be a short name of letters, digits, -, _ and dots inside',
  ),
);

/** The name of a service or a label, as alerts spell it. */
export const foreignName = z.string().check(z.regex(/^(?!__proto__$)[^\u0000-\u001f\u007f]{1,200}$/, 'is no name'));

export const flag = z.boolean(says('has to be true or false'));

export function wholeNumber(least: number, most: number) {
  const words = `has to be a whole number from ${least} to ${most}`;
  return z
    .number(says(words))
    .check(z.refine((value) => Number.isInteger(value) && value >= least && value <= most, words));
}

/** Something for each severity, and for all others. */
export function bySeverity<Value extends z.core.$ZodType>(value: Value) {
  return section({
    'SEV-1': z.optional(value),
    'SEV-2': z.optional(value),
    'SEV-3': z.optional(value),
    'SEV-4': z.optional(value),
    default: z.optional(value),
  });
}

export function oneOf<const Words extends readonly string[]>(words: Words) {
  return z.enum(words, says(`has to be one of ${words.join(', ')}`));
}

export function listOf<Item extends z.core.$ZodType>(item: Item, words = 'has to be a list') {
  return z.array(item, says(words)).check(z.maxLength(longestList, `has more than ${longestList} entries`));
}

export function filledListOf<Item extends z.core.$ZodType>(item: Item, words = 'has to be a list') {
  return listOf(item, words).check(z.minLength(1, 'is empty'));
}

/** A list, or the one thing it would hold. */
export function oneOrMoreOf<Item extends z.core.$ZodType>(item: Item) {
  return z.pipe(
    z.transform((given: unknown) => (given === undefined || Array.isArray(given) ? given : [given])),
    filledListOf(item),
  );
}

/** An object with these keys and no others. */
export function section<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, says('has to hold keys and values'));
}

export function named<Key extends z.core.$ZodRecordKey, Value extends z.core.$ZodType>(key: Key, value: Value) {
  return z.record(key, value, says('has to hold names, each with its own settings'));
}

function read<Output>(words: string, parse: (given: string) => Output | null) {
  return z.pipe(
    z.string(says(words)),
    z.transform((given: string, context): Output => {
      const output = parse(given);
      if (output !== null) return output;
      context.issues.push({ code: 'custom', message: words, input: given });
      return z.NEVER;
    }),
  );
}

const durationWords = 'has to be a length of time with its unit (w d h m s)';

/** Seconds. */
export const duration = read(durationWords, (given) => {
  const result = parseDuration(given);
  return result.ok ? result.seconds : null;
});

/** A length of time that stays as it is written. */
export const durationText = text.check(z.refine((given) => parseDuration(given).ok, durationWords));

/** Seconds, and not none. */
export const someTime = read(`${durationWords}, and not nothing`, (given) => {
  const result = parseDuration(given);
  return result.ok && result.seconds > 0 ? result.seconds : null;
});

export const milliseconds = read('has to be a length of time with its unit (h m s ms), and not nothing', (given) => {
  const result = parseMilliseconds(given);
  return result.ok && result.milliseconds > 0 ? result.milliseconds : null;
});

export const deadline = read<Deadline>('has to be a length of time (w d h m s) or working days (wd)', (given) => {
  const result = parseDeadline(given);
  return result.ok ? result.deadline : null;
});

export const severity = read<Severity>('has to be one of SEV-1, SEV-2, SEV-3, SEV-4', parseSeverity);

export const timeZone = read('is no time zone that is known', (given) => (isTimeZone(given) ? given : null));

export const date = read('is no date', (given) => (parseWall(given)?.dateOnly ? given : null));

export const secret = read('is a secret in the file: use env:NAME', (given) => (isEnvReference(given) ? given : null));

/** An address that holds no secret itself: neither a password nor the path of a hook that is one. */
export const webAddress = read('has to be an address with http:// or https://', (given) =>
  isWebAddress(given) ? given : null,
).check(z.refine((given) => !holdsSecret(given), 'holds a password: it can not stand in the file'));

function isWebAddress(text: string): boolean {
  return text.length <= 2000 && /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text);
}

function holdsSecret(address: string): boolean {
  const { username, password, hostname, pathname } = new URL(address);
  return username !== '' || password !== '' || (hostname === 'hooks.slack.com' && pathname.startsWith('/services/'));
}

export const emailAddress = text.check(z.regex(/^[^\s@]{1,64}@[^\s@]{1,255}$/, 'is no e-mail address'));

/** An address, or the variable that holds it where the address itself is a secret. */
export const webAddressOrSecret = read('has to be an address with http:// or https://, or env:NAME', (given) =>
  isEnvReference(given) || isWebAddress(given) ? given : null,
).check(z.refine((given) => isEnvReference(given) || !holdsSecret(given), 'is a secret in the file: use env:NAME'));

/** A path within the project. */
export const projectPath = text.check(
  z.refine(
    (given) => !/^(?:[\\/~]|[A-Za-z]:)/.test(given) && !given.split(/[\\/]/).includes('..') && !given.includes('\n'),
    'has to be a path within the project',
  ),
);

/** The program and its arguments: an array, because no shell ever reads them. */
export const command = filledListOf(
  z.string(says('has to be text: one argument')).check(
    z.maxLength(longestText, `is longer than ${longestText} characters`),
    z.refine((given) => !given.includes('\u0000'), 'holds a NUL'),
  ),
  'has to be a list of the program and its arguments; no shell reads it',
).check(z.refine(([program]) => program === undefined || program.trim() !== '', 'names no program'));

/** What a workflow is called with; numbers and truth values stand for their text. */
export const workflowArguments = named(
  z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/, 'has to be an argument of small letters, digits and -')),
  z.pipe(
    z.pipe(
      z.union([z.string(), z.number(), z.boolean()], says('has to be text')),
      z.transform((given: string | number | boolean) => String(given)),
    ),
    z.string().check(
      z.maxLength(longestText, `is longer than ${longestText} characters`),
      z.refine((given) => !given.includes('\u0000'), 'holds a NUL'),
    ),
  ),
);
