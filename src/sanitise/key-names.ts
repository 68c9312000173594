/** How much a name says about its value: `strong` names hold nothing else but a secret, `weak` ones sometimes do. */
export type KeyStrength = 'strong' | 'weak' | 'none';

const strongName = new RegExp(
  `(?:^|_)(?:${[
    '(?:[a-z]*_)?(?:password|passwd|passwort|passphrase|pwd)',
    '(?:db|user|admin|root|smtp|mysql|pg|redis|http|proxy|ftp|ldap|auth|login|key|store|keystore|truststore)_?pass',
    '[a-z]*secret(?:_(?:access_)?key|_token|_id|_value|_text|_base)?',
    '(?:private|signing|encryption|decryption|master|account|shared_access|shared|storage|secret_access)_key',
    'client_key_data|private_key_id|secret_key_base|(?:ssh|rsa|dsa|ecdsa|ed25519|tls|ssl|pem)_(?:private_)?key',
    'connection_string|conn_str|account_key|cvv2?|cvc2?|card_security_code',
    'card_number|credit_card(?:_number)?|(?:social_security|national_insurance)_number|ssn|pan_number',
  ].join(
    '|',
  )})(?:_(?:b64|base64|encoded|plain|plaintext|old|new|current|previous|value|confirm|confirmation|hash|digest|\\d+))*$`,
);

const weakName = new RegExp(
  `(?:^|_)(?:${[
    'pass|pw|otp|totp|mfa_code|pin|pin_code|verification_code|one_time_code|recovery_codes?|backup_codes?',
    '[a-z]*token',
    '(?:x_)?(?:api|app|application|access|auth|authorization|integration|routing|service|license|licence|ingest|insert|insights_insert|subscription|functions|webhook|bot|deploy|admin|client|consumer|user|write|jwt|session|hmac|crypt|cipher|aes|genie)_?key',
    'apikey|appkey|authkey|geniekey|auth|authorization|proxy_authorization|authentication|basic_auth|http_auth|htpasswd',
    'credentials?|creds|cookies?|set_cookie|csrf|xsrf|jwt|bearer|assertion|saml_response',
    'session|sess|session_?id|sessionid|sess_?id|phpsessid|jsessionid|asp_net_session_?id|asp_net_sessionid|connect_sid|session_cookie|sessiontoken',
    'sig|x_amz_signature|x_amz_credential|x_amz_security_token|x_goog_signature|x_goog_credential|sas|sas_uri',
    'dockerconfigjson|dockercfg|kubeconfig|pgpass|netrc|seed_phrase|mnemonic|client_assertion|code_verifier',
  ].join('|')})(?:_(?:b64|base64|encoded|plain|plaintext|old|new|current|previous|value|\\d+))*$`,
);

/** Names that end in a secret-ish word and hold something harmless: page marks, counts, public halves, identifiers. */
const harmlessName =
  /(?:^|_)(?:next|prev|previous|page|pagination|continuation|continue|max|min|total|num|count|prompt|completion|input|output|cached|sync|stop|pad|eos|bos|unk|public|dedup|idempotency|client_request|request|cancellation|fencing|ast|lexer|current_line|unexpected|invalid)_?(?:token|key|session|auth|code)$|(?:^|_)(?:public_key|user_key_id|user_session)$/;

/** Spells a name in one way: `X-Api-Key`, `apiKey` and `API_KEY` become `x_api_key`, `api_key` and `api_key`. */
export function normaliseKeyName(name: string): string {
  return name
    .slice(-96)
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '_')
    .replace(/^_|_$/g, '');
}

/** Judges a property, header, variable or parameter by its name. */
export function judgeKeyName(name: string): KeyStrength {
  const normalised = normaliseKeyName(name);
  if (strongName.test(normalised)) return 'strong';
  if (!weakName.test(normalised) || harmlessName.test(normalised)) return 'none';
  return 'weak';
}

/** Words that follow a secret's name when something is said about it. */
const notASecret =
  /^(?:null|nil|none|nan|n\/?a|undefined|true|false|yes|no|on|off|ok|empty|unset|unknown|default|disabled|enabled|required|optional|invalid|incorrect|wrong|missing|expired|revoked|rotated|failed|failure|success|succeeded|denied|rejected|accepted|forbidden|unauthori[sz]ed|present|absent|changed|updated|reset|sent|set|done|redacted|masked|hidden|removed|filtered|string|str|text|password|passwd|secret|token|key|basic|bearer|digest|negotiate|internal|external|persistent|anonymous|error|warning|not|the|a|an|is|was|for|and|or|to|of|in|with|could|cannot|must|should|will|has|have|too|identifier|type|bad|mismatch|mismatched|malformed|unavailable|timeout|unsupported|length)$/i;

/** Hidden already, or a reference to be filled in by a program. */
const reference =
  /^(?:\W{0,64}|[*xX•#._-]{1,64}|\$\{.{0,200}|(?:\$[A-Z_][A-Z0-9_]{1,80}[:@/]?){1,6}|\$\(.{0,200}|\{\{.{0,200}|%\(\w{1,80}\)s|%[A-Z_]{2,80}%|%[sdv]|<[^>]{0,80}>?|\[[^\]]{0,60}\]|(?:env|file|vault|ssm|secretsmanager|op|ref|arn|valueFrom):.{1,300}|(?:process\.env|os\.environ|import\.meta\.env|secrets|vars)\b.{0,200})$/s;

/** True for a value that is plainly no secret although its name suggests one: absent, hidden, a reference, a remark. */
export function isPlainlyHarmless(value: string): boolean {
  if (value.length > 512) return false;
  const trimmed = value.trim();
  return notASecret.test(trimmed) || reference.test(trimmed);
}

/** True for a text that a person wouldn't write: letters with digits, mixed case inside, or very long without a gap. */
export function looksRandom(value: string): boolean {
  if (value.length < 8 || /\s/.test(value)) return false;
  if (/^[a-z]+(?:[-_./:][a-z]+)+$/i.test(value) || /^\d{4}-\d\d-\d\d/.test(value)) return false;
  const hasLetter = /[A-Za-z]/.test(value);
  const hasDigit = /\d/.test(value);
  return (hasLetter && hasDigit) || /[a-z][A-Z]{2}|[A-Z][a-z]+[A-Z][a-z]+[A-Z]/.test(value) || value.length >= 24;
}
