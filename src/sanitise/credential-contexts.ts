import { isPlainlyHarmless, judgeKeyName, looksRandom } from './key-names.ts';
import { letter } from './letters.ts';
import type { Candidate, Rule } from './rule.ts';

const oneWord = new RegExp(`^[${letter}]{1,64}(?:['’][${letter}]{1,64})?$`);
const wordBefore = /[\w.$-]{0,64}$/;

/** The whole name that ends where the match begins, e.g. `SPRING_DATASOURCE_PASSWORD` for a match on `PASSWORD`. */
function nameOf({ whole, text, start, value }: Candidate): string {
  const begin = start + value.length - whole.length;
  const before = wordBefore.exec(text.slice(Math.max(0, begin - 64), begin))?.[0] ?? '';
  return before + (/^[\w.-]*/.exec(whole)?.[0] ?? '');
}

/** A call, a path of properties or another secret's name: a line of a program and not what it works on. */
function isCode(value: string): boolean {
  if (/^[A-Za-z_$][\w$]{0,60}(?:\.[A-Za-z_$][\w$]{0,60}){0,6}\(/.test(value)) return true;
  if (/^[a-z_$][A-Za-z_$]{0,60}(?:\.[A-Za-z_$]{1,60}){1,6}[;,)]{0,4}$/.test(value)) return true;
  return /^[A-Za-z]{1,60}[;,)]{0,4}$/.test(value) && judgeKeyName(value) !== 'none';
}

/** The name of a thing at Amazon, such as `arn:aws:secretsmanager:…:secret:prod/db`, says where a secret is kept. */
function isNameOfCloud({ whole, text, start, value }: Candidate): boolean {
  const begin = start + value.length - whole.length;
  return /\barn:[\w-]{2,12}:[\w-]{1,40}:[\w-]{0,24}:\d{0,12}:$/.test(text.slice(Math.max(0, begin - 128), begin));
}

/** `name: value` in prose needs more proof than `name=value` or a quoted value, which nobody writes by chance. */
function isAssigned(candidate: Candidate): boolean {
  const value = candidate.value.trim();
  const strength = judgeKeyName(nameOf(candidate));
  if (strength === 'none' || isPlainlyHarmless(value) || isNameOfCloud(candidate)) return false;
  const between = candidate.whole.slice(0, candidate.whole.length - candidate.value.length);
  const exact = /["'`]$|(?:=|%3D)$/i.test(between);
  const lineEnds = /^["'`]?\s*(?:[\r\n]|$)/.test(
    candidate.text.slice(candidate.start + candidate.value.length).slice(0, 4),
  );
  if (/[ \t]$/.test(between) && isCode(value)) return false;
  const plainWord = oneWord.test(value);
  if (strength === 'strong') return exact ? value.length > 1 : !plainWord || lineEnds || looksRandom(value);
  if (/^\d{1,3}$/.test(value) || (/^\d+$/.test(value) && !/(?:otp|pin|code)$/i.test(nameOf(candidate)))) return false;
  if (/^\d+(?:\.\d+)?(?:ms|s|m|h|kb|mb|gb|%)$/i.test(value)) return false;
  if (/^\d{4,8}$/.test(value)) return true;
  if (looksRandom(value)) return true;
  return exact && value.length >= 8 && !plainWord && !/^[a-z]+(?:[-_./:][a-z]+)+$/i.test(value);
}

const unquoted = '[^\\s"\'`<>;&,]|[,&;](?![\\s,&;"\'<>]|[\\w.-]{1,40}(?:=|:|%3D)|$)';

const assignment = new RegExp(
  `(?:passw|passphrase|pwd|pass|pw|secret|token|key|auth|cookie|cred|jwt|csrf|xsrf|sess|connect\\.sid|sig|cvv|cvc|otp|pin|ssn|mfa|code|card|mnemonic|seed|security|insurance|bearer|sas|conn)` +
    `[\\w.-]{0,32}(?:\\\\*["'\`\\]])?[ \\t]{0,4}(?:=>|:=|==?|:|%3D|\\|)[ \\t]{0,4}` +
    `(?:\\\\+["']([^"'\\r\\n]{1,4096}?)(?=\\\\+["'])|"((?:[^"\\\\\\r\\n]|\\\\.){1,4096})(?=")|'((?:[^'\\\\\\r\\n]|\\\\.){1,4096})(?=')|["'\`]?((?:${unquoted}){1,4096}))`,
  'gi',
);

function isBasicCredential({ value }: Candidate): boolean {
  const decoded = Buffer.from(value, 'base64').toString('latin1');
  return /^[\x20-\x7e\x80-\xff]+$/.test(decoded) && decoded.includes(':');
}

function isUserInfo({ value }: Candidate): boolean {
  if (/[:%]/.test(value)) return !/^[:%]*$/.test(value);
  return value.length >= 16 && /\d/.test(value);
}

function isSpokenPassword({ value, whole }: Candidate): boolean {
  const quoted = /["'`]$/.test(whole.slice(0, whole.length - value.length));
  if (isPlainlyHarmless(value)) return false;
  if (!quoted && (/^[/~]/.test(value) || (oneWord.test(value) && !/[a-z][A-Z]/.test(value)))) return false;
  return quoted || /\d|[^\w\s'’,.;:)-]|[a-z][A-Z]/.test(value);
}

let rules: readonly Rule[] | undefined;

/** The rules for secrets that are known by what stands around them: headers, addresses, assignments, command lines. */
export function contextRules(): readonly Rule[] {
  const secret = { kind: 'secret', repeats: true } as const;
  rules ??= [
    {
      ...secret,
      name: 'private-key',
      triggers: ['private key', 'openssh key'],
      pattern:
        /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:(?:[^-]|-(?!----)){0,40000}-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|(?:(?:\s|\\[nr])*[A-Za-z0-9+/=]{20,})*(?:(?:\s|\\[nr])+[A-Za-z0-9+/=]{1,19}(?![\w ]))?)/g,
      repeats: false,
    },
    {
      ...secret,
      name: 'putty-key',
      triggers: ['private-lines:'],
      pattern: /Private-Lines: \d{1,4}((?:\s+[A-Za-z0-9+/=]{20,}(?![\w-]))+)/g,
      repeats: false,
    },
    {
      ...secret,
      name: 'url-credentials',
      triggers: ['://', '%3a%2f%2f'],
      pattern:
        /:\/\/((?:[^\s/?#"'<>`\\]{1,512}|[^\s/?#"'<>`\\:@]{0,128}:(?!\d{1,5}(?:[/?#]|$))[^\s"'<>`]{1,256}?))(?=@[\w[.${])/g,
      check: isUserInfo,
    },
    {
      ...secret,
      name: 'url-credentials',
      triggers: ['jdbc:oracle'],
      pattern: /jdbc:oracle:\w{1,10}:([^\s/@]{1,64}\/[^\s@]{1,128})(?=@)/gi,
    },
    {
      ...secret,
      name: 'webhook-url',
      triggers: ['hooks.slack'],
      pattern: /hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/([\w/-]{8,})/gi,
    },
    {
      ...secret,
      name: 'webhook-url',
      triggers: [
        '/api/webhooks/',
        'webhook.office.com/',
        'outlook.office',
        'chat.googleapis',
        'logic.azure.com',
        'maker.ifttt',
      ],
      pattern:
        /(?:discord(?:app)?\.com\/api(?:\/v\d+)?\/webhooks\/|(?:webhook|outlook)\.office(?:365)?\.com\/webhook\w*\/|maker\.ifttt\.com\/trigger\/\w{1,64}\/(?:json\/)?with\/key\/)([\w/@-]{8,})/gi,
    },
    {
      ...secret,
      name: 'url-parameter',
      triggers: ['key=', 'code=', 'sig=', 'signature=', 'credential=', 'hash=', 'auth=', 'pw=', 'pass='],
      pattern:
        /[?&;](?:amp;)?(?:key|code|sig|signature|x-amz-signature|x-amz-credential|x-goog-signature|x-goog-credential|auth|hash|pw|pass)=([^\s&"'<>#]{8,})/gi,
      check: ({ value }) => looksRandom(value),
    },
    {
      ...secret,
      name: 'authorization',
      triggers: ['authorization'],
      pattern:
        /authorization\\*["']?\s{0,3}[:=,]\s{0,3}\\*["']?(?:(?:bearer|basic|token|negotiate|geniekey|apikey|api-key|key|splunk|sso-key)\s{1,3}(?:token=)?["']?([^\s"'`\\<>,;]{4,4096})|(?:digest|aws4-hmac-sha256|hawk|oauth)\s{1,3}([^\r\n`<>]{8,2048})|([^\s"'`\\<>]{16,2048}))/gi,
      check: ({ value }) => /\d|[A-Z]/.test(value) && !isPlainlyHarmless(value.trim()),
    },
    {
      ...secret,
      name: 'bearer-token',
      triggers: ['bearer', 'geniekey', 'token token'],
      pattern: /\b(?:bearer|geniekey|token token)\b\\*[ :='"]{1,4}([\w.~+/-]{12,2048}={0,3})/gi,
      check: ({ value }) => looksRandom(value),
    },
    {
      ...secret,
      name: 'basic-credentials',
      triggers: ['basic'],
      pattern: /\bbasic(?: auth(?:orization|entication)?)?[ :]{1,3}([A-Za-z0-9+/]{8,1024}={0,2})/gi,
      check: isBasicCredential,
    },
    {
      ...secret,
      name: 'cookie',
      triggers: ['cookie'],
      pattern: /\b(?:set-)?cookie2?\\*["']?\s{0,3}[:,]\s{0,3}\\*["']?([^\s"'=;]{1,128}=[^\r\n"'\\]{1,8192})/gi,
      repeats: false,
    },
    {
      ...secret,
      name: 'aws-secret-key',
      triggers: ['akia', 'asia'],
      pattern: /(?:AKIA|ASIA)[A-Z0-9]{16}[\s:/,|"']{1,4}([A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])/g,
    },
    {
      ...secret,
      name: 'command-line',
      triggers: ['--', ' -u', ' -p', ' -a', ' -w', 'add_user', 'change_password'],
      pattern:
        /(?<![\w-])(?:--(?:password|passwd|pass|passphrase|pwd|secret|client-secret|token|api-key|apikey|auth-token|access-token|secret-key|private-key|proxy-user|user(?==?\s?['"]?[^\s:]+:))(?:\s{1,3}|=)|(?:curl|wget|http)\b[^\n|;]{0,200}?\s-u\s{0,3}(?=['"]?[^\s:/]+:)|\b(?:mysql\w*|mariadb|mongo\w*)\b[^\n|;]{0,200}?\s-p|\bsshpass\b[^\n|;]{0,80}?\s-p\s{0,3}|\bdocker login\b[^\n|;]{0,200}?\s-p\s{0,3}|\bredis-cli\b[^\n|;]{0,200}?\s-a\s{1,3}|\bldap\w+\b[^\n|;]{0,200}?\s-w\s{1,3}|\b(?:add_user|change_password)\s{1,3}\S{1,64}\s{1,3})(?:"([^"\n]{1,256})(?=")|'([^'\n]{1,256})(?=')|([^\s"'|;&-][^\s"'|;&]{0,255}))/gi,
      check: ({ value }) => !isPlainlyHarmless(value) && value.length >= 4,
    },
    {
      ...secret,
      name: 'password',
      triggers: ['sudo -s', 'creds', 'credentials', 'login'],
      pattern:
        /\becho\s{1,3}["']?([^\s"'|]{4,128})(?=["']?\s{0,3}\|\s{0,3}sudo -S)|\b(?:creds|credentials|login)(?:\s(?:are|is)|:)\s{1,2}[\w.@-]{1,64}\s?\/\s?([^\s"'`,;]{5,128})/gi,
      check: isSpokenPassword,
    },
    {
      ...secret,
      name: 'secret-value',
      triggers: ['define(', 'setenv(', 'putenv(', 'setproperty('],
      pattern:
        /\b(?:define|setenv|putenv|setproperty)\(\s{0,4}["'][\w.-]{1,96}["']\s{0,4},\s{0,4}["']([^"'\r\n]{2,1024})(?=["'])/gi,
      check: ({ whole, value }) =>
        judgeKeyName(/["']([\w.-]+)["']/.exec(whole)?.[1] ?? '') !== 'none' && !isPlainlyHarmless(value),
    },
    {
      ...secret,
      name: 'password',
      triggers: ['identified', 'password', 'login'],
      pattern:
        /\b(?:identified\s{1,3}(?:with\s{1,3}\S{1,40}\s{1,3})?by(?:\s{1,3}password)?|(?:encrypted\s{1,3})?password)\s{1,3}'([^'\n]{1,256})(?=')|\blogin\s{1,8}\S{1,128}\s{1,8}password\s{1,8}(\S{1,256})/gi,
      check: ({ value }) => !isPlainlyHarmless(value),
    },
    {
      ...secret,
      name: 'password',
      triggers: ['password', 'passphrase', 'passwort', 'passcode', 'pw', 'mot de passe', 'contraseña', 'รหัสผ่าน'],
      pattern:
        /(?:\b(?:password|passphrase|passwort|passcode|pwd?|mot de passe|contraseña)|รหัสผ่าน)(?:\s(?:for|of)\s[\w.@-]{1,64})?(?:\s(?:changed|set|reset))?(?:\s{1,2}(?:is|was|to|as|ist|lautet|est|es|คือ)){1,2}\s{0,2}:?\s{0,2}(?:["'`]([^"'`\n]{3,128})(?=["'`])|([^\s"'`]{5,128}))/gi,
      check: isSpokenPassword,
    },
    {
      ...secret,
      name: 'secret-value',
      triggers:
        'pass|pwd|pw=|pw:|pw"|secret|token|_key|-key|apikey|api key|authkey|accesskey|key=|key =|key:|key"|key\'|key\\|auth=|auth:|auth"|auth\'|auth\\|auth |auth_|auth-|authorization|authentication=|authentication:|cookie|cred|jwt|csrf|xsrf|sess|connect.sid|sig=|sig"|cvv|cvc|otp|pin=|pin:|pin_|pin"|ssn|mfa|_code|card|mnemonic|seed_|seed |seed=|security|insurance|bearer|sas=|sas_|conn_|connection'.split(
          '|',
        ),
      pattern: assignment,
      check: isAssigned,
    },
    {
      ...secret,
      name: 'secret-value',
      triggers: ['<password>', '<secret>', '<token>', 'key>', 'password>', 'secret>', 'token>'],
      pattern: /<[\w:.-]{0,40}(?:password|secret|token|api_?key|private_?key|passphrase)>([^<\n]{1,1024})(?=<\/)/gi,
      check: ({ value }) => !isPlainlyHarmless(value),
    },
  ];
  return rules;
}
