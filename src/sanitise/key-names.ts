/** How much a name says about its value: `strong` names hold nothing else but a secret, `weak` ones sometimes do. */
export type KeyStrength = 'strong' | 'weak' | 'none';

const words = (list: string): string[] => list.split(' ');

/** `api_key` and `apikey` for `api`. */
const bothWays = (ending: string, list: string): string[] =>
  words(list).flatMap((word) => [`${word}_${ending}`, word + ending]);

const strongNames = new Set([
  ...words('password passwd passwort passphrase pwd secret secret_key secret_access_key secret_token secret_id'),
  ...words(
    'secret_value secret_text secret_key_base private_key_id client_key_data connection_string conn_str cvv cvv2 cvc',
  ),
  ...words('cvc2 card_security_code card_number credit_card credit_card_number pan_number ssn social_security_number'),
  ...words('national_insurance_number ssh_private_key'),
  ...bothWays(
    'pass',
    'db user admin root smtp mysql pg redis http proxy ftp ldap auth login key store keystore truststore',
  ),
  ...bothWays(
    'key',
    'private signing encryption decryption master account shared_access shared storage ssh rsa dsa tls ssl pem',
  ),
]);

const weakNames = new Set([
  ...words(
    'pass pw otp totp mfa_code pin pin_code verification_code one_time_code recovery_code recovery_codes backup_code',
  ),
  ...words(
    'backup_codes auth authorization proxy_authorization authentication basic_auth http_auth htpasswd credential',
  ),
  ...words('credentials creds cookie cookies set_cookie csrf xsrf jwt bearer assertion saml_response client_assertion'),
  ...words(
    'session sess session_id sessionid sess_id sessid phpsessid jsessionid asp_net_session_id asp_net_sessionid',
  ),
  ...words(
    'connect_sid sig x_amz_signature x_amz_credential x_goog_signature x_goog_credential sas sas_uri dockerconfigjson',
  ),
  ...words('dockercfg kubeconfig pgpass netrc seed_phrase mnemonic code_verifier'),
  ...bothWays(
    'key',
    'api app application access auth authorization integration routing service license licence ingest insert',
  ),
  ...bothWays(
    'key',
    'subscription functions webhook bot deploy admin client consumer user write jwt session hmac crypt cipher aes genie',
  ),
]);

const strongEndings = words('password passwd passphrase secret');
const spellings = new Set(
  words('b64 base64 encoded plain plaintext old new current previous value confirm confirmation hash digest'),
);

/** Most names hold none of these, and then the long expressions need not even be compiled. */
const hint =
  /pass|pwd|pw|secret|token|key|auth|cookie|cred|sess|sid|sig|sas|jwt|csrf|xsrf|cvv|cvc|otp|pin|ssn|code|conn|card|number|kube|docker|pgpass|netrc|seed|mnemonic|assertion|bearer|saml|htpasswd|verifier|base/i;

/** Names that end in a secret-ish word and hold something harmless: page marks, counts, public halves, identifiers. */
const harmlessName =
  /(?:^|_)(?:next|prev|previous|page|pagination|continuation|continue|max|min|total|num|count|prompt|completion|input|output|cached|sync|stop|pad|eos|bos|unk|public|dedup|idempotency|client_request|request|cancellation|fencing|ast|lexer|current_line|unexpected|invalid)_?(?:token|key|session|auth|code)$|(?:^|_)(?:public_key|user_key_id|user_session)$/;

/** How most names are written already. */
const inOneWay = /^[a-z\d]{1,32}(?:_[a-z\d]{1,15}){0,4}$/;

/** Spells a name in one way: `X-Api-Key`, `apiKey` and `API_KEY` become `x_api_key`, `api_key` and `api_key`. */
export function normaliseKeyName(name: string): string {
  if (inOneWay.test(name)) return name;
  return name
    .slice(-96)
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z\d\u00c0-\uffff]+/g, '_')
    .replace(/^_|_$/g, '');
}

/** True where a normalised name is in the set, whole or by its last words: `client_user` ends in `user`. */
export function endsInName(name: string, names: ReadonlySet<string>): boolean {
  for (let at = 0; at !== -1; at = name.indexOf('_', at + 1)) {
    if (names.has(at === 0 ? name : name.slice(at + 1))) return true;
  }
  return false;
}

/** Judges a property, header, variable or parameter by its name. */
export function judgeKeyName(name: string): KeyStrength {
  if (!hint.test(name)) return 'none';
  const parts = normaliseKeyName(name).split('_');
  while (parts.length > 1 && (spellings.has(parts.at(-1) ?? '') || /^\d+$/.test(parts.at(-1) ?? ''))) parts.pop();
  const plain = parts.join('_');
  const last = parts.at(-1) ?? '';
  if (endsInName(plain, strongNames) || strongEndings.some((ending) => last.endsWith(ending))) return 'strong';
  const weak = endsInName(plain, weakNames) || last.endsWith('token');
  return weak && !harmlessName.test(plain) ? 'weak' : 'none';
}

/** Words that follow a secret's name when something is said about it. */
const notASecret = new Set(
  'null nil none nan n/a na undefined true false yes no on off ok empty unset unknown default disabled enabled required optional invalid incorrect wrong missing expired revoked rotated failed failure success succeeded denied rejected accepted forbidden unauthorized unauthorised present absent changed updated reset sent set done redacted masked hidden removed filtered string str text password passwd secret token key basic bearer digest negotiate internal external persistent anonymous error warning not the a an is was for and or to of in with could cannot must should will has have too identifier type bad mismatch mismatched malformed unavailable timeout unsupported length'.split(
    ' ',
  ),
);

/** Hidden already, or a reference to be filled in by a program. */
const reference =
  /^(?:\W{0,64}|[*xX•#._-]{1,64}|\$\{.{0,200}|(?:\$[A-Z_][A-Z0-9_]{1,80}[:@/]?){1,6}|\$\(.{0,200}|\{\{.{0,200}|%\(\w{1,80}\)s|%[A-Z_]{2,80}%|%[sdv]|<[^>]{0,80}>?|\[[^\]]{0,60}\]|(?:env|file|vault|ssm|secretsmanager|op|ref|arn|valueFrom):.{1,300}|(?:process\.env|os\.environ|import\.meta\.env|secrets|vars)\b.{0,200})$/s;

/** True for a value that is plainly no secret although its name suggests one: absent, hidden, a reference, a remark. */
export function isPlainlyHarmless(value: string): boolean {
  if (value.length > 512) return false;
  const trimmed = value.trim();
  return notASecret.has(trimmed.toLowerCase()) || reference.test(trimmed);
}

/** True for a text that a person wouldn't write: letters with digits, mixed case inside, or very long without a gap. */
export function looksRandom(value: string): boolean {
  if (value.length < 8 || /\s/.test(value)) return false;
  if (/^[a-z]+(?:[-_./:][a-z]+)+$/i.test(value) || /^\d{4}-\d\d-\d\d/.test(value)) return false;
  const hasLetter = /[A-Za-z]/.test(value);
  const hasDigit = /\d/.test(value);
  return (hasLetter && hasDigit) || /[a-z][A-Z]{2}|[A-Z][a-z]+[A-Z][a-z]+[A-Z]/.test(value) || value.length >= 24;
}
