import { passesIbanSum, passesLuhn, passesThaiIdSum } from './checksums.ts';
import type { Candidate, Rule } from './rule.ts';

const onlyDigits = (value: string): string => value.replace(/\D+/g, '');
const squeezed = (value: string): string => value.replace(/[\s-]+/g, '').toUpperCase();

const cardPrefix =
  /^(?:4\d{12}(?:\d{3})?|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|(?:6011|65\d\d|64[4-9]\d)\d{12}|(?:352[89]|35[3-8]\d)\d{12}|62\d{14,17})$/;

function isCardNumber({ value, text, start }: Candidate): boolean {
  const digits = onlyDigits(value);
  if (!cardPrefix.test(digits) || !passesLuhn(digits)) return false;
  const spaced = digits.length !== value.length;
  if (spaced) return /^\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}$|^\d{4}([ -])\d{6}\2\d{4,5}$/.test(value);
  return !/(?:id|Id|ID|trace|span|seq|offset|lsn|hash)["']?\s?[:=#]?\s?["']?$/.test(
    text.slice(Math.max(0, start - 12), start),
  );
}

const ibanLength: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  BA: 20,
  BE: 16,
  BG: 22,
  BR: 29,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IS: 26,
  IT: 27,
  KW: 30,
  KZ: 20,
  LB: 28,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MT: 31,
  NL: 18,
  NO: 15,
  PK: 24,
  PL: 28,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  SA: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  TN: 24,
  TR: 26,
  UA: 29,
  VG: 24,
  XK: 20,
};

function isIban({ value }: Candidate): boolean {
  const iban = squeezed(value);
  const country = iban.slice(0, 2);
  return Object.hasOwn(ibanLength, country) && ibanLength[country] === iban.length && passesIbanSum(iban);
}

let rules: readonly Rule[] | undefined;

/** The rules for numbers that name one person or account, and for dates of birth. */
export function identityRules(): readonly Rule[] {
  const personal = { kind: 'personal', digits: true } as const;
  rules ??= [
    {
      ...personal,
      name: 'card',
      triggers: 'seven-digits',
      pattern: /(?<![\w./#-])\d(?:[ -]?\d){12,18}(?![\w.-]?\d|\w)/g,
      check: isCardNumber,
      identity: onlyDigits,
    },
    {
      ...personal,
      name: 'iban',
      triggers: 'seven-digits',
      pattern:
        /(?<![A-Za-z0-9-])[A-Z]{2}\d{2}(?:[A-Z0-9]{11,30}|(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?)(?![A-Za-z0-9-])/g,
      check: isIban,
      identity: squeezed,
    },
    {
      ...personal,
      name: 'national-id',
      triggers: 'seven-digits',
      pattern: /(?<![\w./-])(?:(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}|\d{3}\.\d{3}\.\d{3}-\d{2})(?![\w-]|\.\d)/g,
      identity: onlyDigits,
    },
    {
      ...personal,
      name: 'national-id',
      triggers: 'seven-digits',
      pattern: /(?<![\w./-])[1-8](?<gap>[ -])\d{4}\k<gap>\d{5}\k<gap>\d{2}\k<gap>\d(?![\w-])/g,
      check: ({ whole }) => passesThaiIdSum(onlyDigits(whole)),
      identity: onlyDigits,
    },
    {
      ...personal,
      name: 'national-id',
      triggers: [
        'national',
        'citizen',
        'id card',
        'ssn',
        'social security',
        'nino',
        'passport',
        'licence',
        'license',
        'tax',
        'บัตร',
        'aadhaar',
        'หนังสือเดินทาง',
        'personnummer',
        'personalausweis',
        'reisepass',
        'pasaporte',
        'passeport',
        'codice fiscale',
        'identity number',
      ],
      pattern:
        /(?:\b(?:national(?: insurance)?(?: id(?:entity)?)?|citizen(?: id)?|id card|ssn|social security|nino|pass(?:port|eport)|pasaporte|reisepass|personalausweis|personnummer|codice fiscale|identity number|driv(?:er'?s|ing) licen[cs]e|tax(?:payer)? id|tin|aadhaar)|บัตรประชาชน|หนังสือเดินทาง)(?:[ _-](?:number|no\.?|nr\.?|id|card|is|was)){0,3}["']?[\s:=#.]{0,3}["']?((?=[A-Z\d -]{0,8}\d)[A-Z\d](?:[ -]?[A-Z\d]){5,16})(?![A-Za-z\d-])/gi,
      check: ({ value }) => onlyDigits(value).length >= 5 && !/^\d{4}-\d\d-\d\d/.test(value),
      identity: squeezed,
    },
    {
      ...personal,
      name: 'national-id',
      triggers: 'cpf|dni|nie |nif|pesel|nric|bvn|nin |bsn|cpr|curp|mrn |id number'.split('|'),
      pattern:
        /\b(?:CPF|DNI|NIE|NIF|PESEL|NRIC|BVN|NIN|BSN|CPR|CURP|MRN|(?<!(?:[Tt]icket|[Jj]ob|[Oo]rder|[Cc]ase|[Rr]equest|[Bb]uild|[Pp]rocess|[Aa]lert|[Ii]ncident) )ID number)(?:[ -](?:number|no\.|is)){0,2}[\s:#.]{1,3}((?=[A-Z]{0,4}\d)[A-Z\d](?:[ .-]?[A-Z\d]){6,17})(?![A-Za-z\d-])/g,
      check: ({ value }) => onlyDigits(value).length >= 6 && !/^\d{4}-\d\d-\d\d/.test(value),
      identity: squeezed,
    },
    {
      ...personal,
      name: 'bank-account',
      triggers: ['sort code', 'bank account', 'routing number'],
      pattern:
        /\b(?:sort code|bank account|routing number)(?: (?:number|no\.|is)){0,2}[\s:#]{1,3}(\d(?:[ -]?\d){5,19}(?:,? (?:and )?(?:account|acct\.?)(?: (?:number|no\.))?[\s:#]{1,2}\d{6,12})?)(?![\w-])/gi,
      identity: squeezed,
    },
    {
      ...personal,
      name: 'birth-date',
      triggers: ['birth', 'dob', 'born', 'เกิด', 'geboren', 'geburtsdatum', 'nacimiento', 'naissance'],
      pattern:
        /(?:\b(?:date[ _-]?of[ _-]?birth|birth[ _-]?dat[ea]|birthday|dob|born(?: on)?|geboren(?: am)?|geburtsdatum|fecha de nacimiento|date de naissance)|วันเกิด|เกิดวันที่)["']?(?: is)?[\s:=]{0,3}["']?(\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}\.? [A-Za-z\u00c0-\u1fff]{3,10} \d{4}|[A-Za-z\u00c0-\u1fff]{3,10} \d{1,2},? \d{4})/gi,
    },
  ];
  return rules;
}
