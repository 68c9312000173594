import { endsInName, isPlainlyHarmless, judgeKeyName, normaliseKeyName } from './key-names.ts';
import { capital, letter } from './letters.ts';
import type { Rule } from './rule.ts';
import { isPublicAddress } from './whereabouts.ts';

/** What the place of a value in a JSON document says about it. */
export interface Place {
  /** Normalised name of the property, or of the property that holds the list; empty at the top. */
  readonly key: string;
  /** Normalised name of the object around it; empty at the top. */
  readonly parent: string;
  /** True where the object around it also holds a mail address. */
  readonly besideEmail: boolean;
}

type Verdict = Pick<Rule, 'kind' | 'name' | 'identity'>;

const personObject = new Set(
  'user users customer client_user author committer sender assignee reporter contact person employee patient member recipient guest subscriber owner caller account_holder card_holder cardholder requester acknowledged_by resolved_by assigned_to assigned_to_user resolved_by_user actor_user profile passenger visitor'.split(
    ' ',
  ),
);
const nameKey =
  /^(?:(?:customer|client|contact|caller|patient|employee|guest|card_?holder|account_?holder|recipient)_?(?:full_?)?name|(?:full|first|last|given|family|sur|middle|maiden|real)_?name|surname)$/;
const claimName = /(?:_|^)claims_(?:given_?name|surname|name)$/;
/** Somebody who uses the product, not somebody who runs it. */
const endUser = new Set(['user', 'customer', 'member', 'subscriber', 'guest']);
const phoneKey = /(?:^|_)(?:phone|telephone|mobile|msisdn|fax|cell)(?:_?(?:number|no))?$/;
const birthKey = /(?:^|_)(?:date_of_birth|birth_?date|dob|birthday)$/;
const idKey =
  /(?:^|_)(?:ssn|passport(?:_?(?:number|no))?|national_id|citizen_id|id_card|tax_id|nin|nino|drivers?_licen[cs]e|iban|bank_account)$/;
const addressKey =
  /(?:^|_)(?:street|street_address|postal_address|home_address|billing_address|shipping_address|address_line_?\d?)$/;
const clientIpKey =
  /(?:^|_)(?:client_ip|client_addr(?:ess)?|remote_ip|remote_addr(?:ess)?|user_ip|true_client_ip|cf_connecting_ip|x_real_ip|x_forwarded_for)$/;
const locationKey = /^(?:lat|latitude|lng|lon|longitude|coordinates|city|postal_code|zip|zip_code|postcode)$/;

const nameLike = new RegExp(`^[${capital}][${letter}'’.-]{0,60}(?: [${letter}'’.-]{1,60}){0,4}$`);
/** Names without any of these say nothing about a person, and the expressions above need not be compiled. */
const personalHint =
  /name|phone|mobile|msisdn|fax|cell|birth|dob|ssn|passport|national_id|citizen_id|tax_id|id_card|nin|licen|iban|bank|street|address|addr|_ip|forwarded|lat|lng|lon|coord|city|post|zip/;
const personHint =
  /user|customer|author|committer|sender|assign|report|contact|person|employee|patient|member|recip|guest|subscr|owner|call|holder|request|_by|profile|passenger|visitor|geo/;
const digits = (value: string): string => value.replace(/\D+/g, '') || value;
const lower = (value: string): string => value.toLowerCase();
const person: Verdict = { kind: 'personal', name: 'person', identity: lower };

function judgePersonal({ key, parent, besideEmail }: Place, value: string): Verdict | null {
  if (key !== 'name' && !personalHint.test(key) && !personHint.test(parent)) return null;
  const inPerson = endsInName(parent, personObject);
  if (phoneKey.test(key) && value.replace(/\D+/g, '').length >= 6)
    return { kind: 'personal', name: 'phone', identity: digits };
  if (birthKey.test(key) && /\d/.test(value)) return { kind: 'personal', name: 'birth-date' };
  if (idKey.test(key) && /\d/.test(value)) return { kind: 'personal', name: 'national-id', identity: digits };
  if (addressKey.test(key)) return { kind: 'personal', name: 'address' };
  const isAddress = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]*:[\da-f:.]+)$/i.test(value) && isPublicAddress(value);
  if (isAddress && (clientIpKey.test(key) || (inPerson && /^(?:ip|ip_address|ip_addr)$/.test(key)))) {
    return { kind: 'personal', name: 'client-ip' };
  }
  const looksLikeName = nameLike.test(value);
  if (claimName.test(key) || (looksLikeName && nameKey.test(key))) return person;
  if (key === 'name' && looksLikeName && value.includes(' ') && (inPerson || besideEmail)) return person;
  if (key === 'username' && endsInName(parent, endUser) && !value.includes('@'))
    return { kind: 'personal', name: 'user', identity: lower };
  if (inPerson && /^(?:address|location)$/.test(key) && /\d/.test(value)) return { kind: 'personal', name: 'address' };
  if ((inPerson || /^(?:user_)?geo$/.test(parent)) && locationKey.test(key))
    return { kind: 'personal', name: 'location' };
  return null;
}

/**
 * Tells what a value is by its place alone, so that it is replaced whole; null where its text has to be looked at.
 *
 * Numbers are given as text, with `isText` false: a number under a weak name such as `token` is a count.
 */
export function judgePlace(place: Place, value: string, isText: boolean): Verdict | null {
  const strength = judgeKeyName(place.key);
  if (strength !== 'none' && !isPlainlyHarmless(value)) {
    if (strength === 'strong' || (isText && value.length > 1)) {
      return { kind: 'secret', name: ruleName(place.key) };
    }
  }
  return judgePersonal(place, value);
}

/** `x_pagerduty_routing_key` becomes `routing-key`: the part that tells the sort, nothing that could tell more. */
function ruleName(key: string): string {
  return (
    key
      .split('_')
      .slice(-2)
      .join('-')
      .replace(/[^a-z\d-]/g, '')
      .slice(0, 40) || 'secret-value'
  );
}

/** True for names whose whole content is secret, whatever its shape. */
export function holdsOnlySecrets(key: string): boolean {
  return (
    judgeKeyName(key) !== 'none' &&
    !/(?:^|_)(?:auth|authorization|session|authentication|pass|key)$/.test(normaliseKeyName(key))
  );
}
