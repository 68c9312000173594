import { isPlainlyHarmless, looksRandom } from './key-names.ts';
import type { Candidate, Rule } from './rule.ts';

const counted = /^\s?(?:%|ms\b|s\b|[kmgt]i?b\b|times\b|per\b|errors?\b|requests?\b|rows\b|users\b|of\b)/i;

function isCode({ value, text, start }: Candidate): boolean {
  return /\d/.test(value) && !counted.test(text.slice(start + value.length, start + value.length + 12));
}

/** A pin in small letters may belong to a chip or a version: one for a telephone or a door says so, or ends in `#`. */
function isPin(candidate: Candidate): boolean {
  const { value, whole, text, start } = candidate;
  if (/^PIN|^pin (?:code|is|was)/i.test(whole) && !/^pin \d/.test(whole)) return isCode(candidate);
  if (text.charAt(start + value.length) === '#') return true;
  return /\b(?:dial|call|bridge|zoom|meet|phone|conference|card|door|badge|tel)/i.test(
    text.slice(Math.max(0, start - 80), start),
  );
}

/** Letters in both cases with a digit or a sign: nobody writes that by chance after a user's name. */
function isChosenPassword({ value }: Candidate): boolean {
  if (isPlainlyHarmless(value) || /:\/\/|^[/.~]/.test(value)) return false;
  return value.length >= 6 && /[a-z]/.test(value) && /\d/.test(value) && /[A-Z]|[^\w.-]/.test(value);
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Told in passing, without a sign between name and value: only what nobody would take for a word or a name counts. */
function isMentionedSecret({ value, whole }: Candidate): boolean {
  if (uuid.test(value)) return !/^(?:secret\b|(?:idempotency|request|trace|sync|page|fencing)\b)/i.test(whole);
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value) || /:\/\/|^[/.~]/.test(value)) return false;
  if (/^[a-z\d]+(?:[-_.][a-z\d]+)+$/.test(value) || /^v?\d+(?:\.\d+)/.test(value)) return false;
  return /^(?:pass|pwd?\b|psk)/i.test(whole)
    ? /[A-Za-z]{2}|[^\w]/.test(value)
    : value.length >= 12 && looksRandom(value);
}

let rules: readonly Rule[] | undefined;

/** The rules for secrets that people say to each other: codes for doors and calls, one-time codes, a login in passing. */
export function spokenCodeRules(): readonly Rule[] {
  const secret = { kind: 'secret', repeats: true, digits: true } as const;
  rules ??= [
    {
      ...secret,
      name: 'secret-value',
      triggers:
        'password|passphrase|passcode|token|secret|api key|access key|private key|pw |pwd |psk |seed | key '.split('|'),
      pattern:
        /\b(?:pass(?:word|phrase|code)|pwd?|psk|(?:t?otp|mfa) seed|(?:api|access|secret|private|integration|routing|ingest|licen[cs]e|storage|signing|encryption|master|webhook|pagerduty|datadog|opsgenie|sendgrid|mailgun|twilio|stripe)[ _-]?key|(?:\w{1,20}[ _-])?token|secret)\b(?:\s?\([^()\n]{1,20}\))?(?:\s(?:is|was|to|as)\b|\s?(?:→|->)|:)?\s{1,3}["'`]?([^\s"'`,;]{6,512})/gi,
      check: isMentionedSecret,
    },
    {
      ...secret,
      name: 'passcode',
      triggers: ['passcode', ' code', '-code', 'otp ', 'otp:', '2fa'],
      pattern:
        /\b(?:pass ?code|(?:access|meeting|conference|participant|host|door|alarm|gate|verification|security|confirmation|authentication|sms|2fa|mfa|otp|unlock|recovery|backup|one[- ]time)[ -]codes?|otp)(?:\s(?:is|was))?(?:\s?[:=#])?\s{1,2}["'`(]?(\d{4,8}(?![\w.-]*[\w])|[A-Za-z\d!@$%&*?]{6,16}(?![\w.-]))/gi,
      check: (candidate) => isCode(candidate) && /^\d+$|[a-z].*[^a-z]|[A-Z].*[^A-Z]/.test(candidate.value),
    },
    {
      ...secret,
      name: 'pin',
      triggers: ['pin'],
      pattern: /\b(?:PIN|[Pp]in)(?: code)?(?:\s(?:is|was)|:)?\s{1,2}(\d{4,8})(?![\d.-])/g,
      check: isPin,
    },
    {
      ...secret,
      name: 'card-security-code',
      triggers: ['cvv', 'cvc'],
      pattern: /\bC(?:VV|VC)2?(?:\s(?:is|was)|:)?\s{1,2}(\d{3,4})(?![\d.-])/gi,
    },
    {
      ...secret,
      name: 'password',
      triggers: ['as the ', 'as password', 'as my ', 'as a ', 'as our '],
      pattern:
        /(?<![^\s"'`(])([^\s"'`]{5,64})(?=["'`]?\sas\s(?:(?:the|my|our|a|his|her)\s)?(?:[\w-]{1,20}\s)?(?:password|passphrase|passcode)\b)/gi,
      check: ({ value }) => /\d/.test(value) && /[A-Za-z]/.test(value) && !/:\/\/|^[/.~[]/.test(value),
    },
    { ...secret, name: 'pin', triggers: ['#'], pattern: /\d,{1,3}(\d{4,10})(?=#)/g },
    {
      ...secret,
      name: 'password',
      triggers: ['login', 'log in', 'logged in', 'credential', 'creds', 'sign in', 'root:', 'admin:', 'administrator:'],
      pattern:
        /(?:\b(?:creds|credentials?|log(?:ged)?[ -]?in|sign in)(?:\s(?:are|is|with|as|using|via))?:?\s{1,2}["'`]?[\w.@-]{1,64}(?:\s?\/\s?|:)|(?<![\w/:.-])(?:root|admin|administrator):)([^\s"'`,;()]{6,128})/gi,
      check: isChosenPassword,
    },
    {
      ...secret,
      name: 'password',
      triggers: ['password', 'passphrase', 'passcode'],
      pattern:
        /\bpass(?:word|phrase|code)(?:\s(?:of|for|to)\s(?:the\s)?[\w.@-]{1,40})?\s\(["'`]?([^\s()"'`]{5,64})(?=["'`]?\))/gi,
      check: ({ value }) => /\d/.test(value) && /[A-Za-z]/.test(value) && !isPlainlyHarmless(value),
    },
  ];
  return rules;
}
