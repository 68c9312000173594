import { letter } from './letters.ts';
import type { Candidate, Rule } from './rule.ts';

const onlyDigits = (value: string): string => value.replace(/\D+/g, '');

/** Accounts of machines: what stands before the `@` of a shell prompt, a clone address or a cluster node. */
const machineAccount =
  /^(?:root|git|svn|hg|ssh|ubuntu|ec2-user|centos|debian|core|admin-ssh|vagrant|pi|rabbit|celery|ejabberd|emqx|kafka|postgres|mysql|nobody|www-data|getty|sha256)$/i;
const fileOrUnit =
  /\.(?:png|jpe?g|gif|svg|webp|ico|[cm]?jsx?|tsx?|css|scss|json|map|html|xml|ya?ml|toml|lock|txt|log|gz|tgz|tar|bz2|exe|dll|jar|class|service|timer|socket|mount|target|slice|scope|device|svc|internal|localdomain|invalid-host)$/i;

function isMailAddress({ value, text, start }: Candidate): boolean {
  const at = value.lastIndexOf('@');
  const local = value.slice(0, at);
  const domain = value.slice(at + 1);
  if (machineAccount.test(local) || fileOrUnit.test(domain) || /^v?\d+\.\d/.test(domain)) return false;
  if (/\.(?:svc\.)?cluster\.local$/i.test(domain)) return false;
  if (/:\/\/[^\s/?#"'<>&]*$/.test(text.slice(Math.max(0, start - 200), start))) return false;
  const after = text.slice(start + value.length, start + value.length + 3);
  if (/^:[~/\w]/.test(after) && !/^:\d/.test(after)) return false;
  return !/(?:\bssh|\bscp|\bsftp|\brsync)\s(?:-\S+\s){0,3}$/.test(text.slice(Math.max(0, start - 40), start));
}

function isInternationalPhone({ value, text, start }: Candidate): boolean {
  const digits = onlyDigits(value);
  if (digits.length < 8 || digits.length > 15 || /^\+\d+\.\d+$/.test(value)) return false;
  if (digits.length === value.length - 1 && digits.length < 10) return false;
  return !/^\s?(?:%|[kKMGT]?i?[bB]\b|bytes|ms\b|rows|req)/.test(
    text.slice(start + value.length, start + value.length + 6),
  );
}

function isPhoneInContext({ value, whole }: Candidate): boolean {
  const digits = onlyDigits(value);
  if (digits.length < 7 || digits.length > 15 || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(value)) return false;
  if (/^\d{4}-\d\d-\d\d/.test(value) || /^\d+\.\d+$/.test(value)) return false;
  const named = /phone|tel|mobile|sms|whatsapp|fax|โทร|เบอร์|hotline/i.test(whole.slice(0, whole.length - value.length));
  return digits.length !== value.length || named;
}

let rules: readonly Rule[] | undefined;

/** The rules for mail addresses and telephone numbers. */
export function contactRules(): readonly Rule[] {
  const personal = { kind: 'personal' } as const;
  rules ??= [
    {
      ...personal,
      name: 'email',
      triggers: ['@'],
      pattern: new RegExp(
        `@(?<=(?<before>(?:[${letter}\\d_][${letter}\\d._%+'’&=-]{0,63}|"[^"\\n]{1,62}"))@)(?:[${letter}\\d](?:[${letter}\\d-]{0,61}[${letter}\\d])?\\.){1,8}(?:[${letter}]{2,24}|xn--[A-Za-z\\d-]{2,50})(?![${letter}\\d])`,
        'g',
      ),
      check: isMailAddress,
      identity: (value) => value.toLowerCase(),
    },
    {
      ...personal,
      name: 'email',
      triggers: ['%40'],
      pattern: /%40(?<=(?<before>[\w.+-]{1,64})%40)(?:[a-z\d-]{1,63}\.){1,6}[a-z]{2,24}\b/gi,
      identity: (value) => value.replace(/%40/i, '@').toLowerCase(),
    },
    {
      ...personal,
      name: 'phone',
      triggers: ['+'],
      pattern:
        /(?<![\w+./:-])\+[1-9]\d{0,2}[ .\u00a0-]?(?:\(\d{1,4}\)[ .\u00a0-]?)?\d{1,5}(?:[ .\u00a0-]?\d{2,5}){1,5}(?![\w:]|\.\d|-\d|\/\d)/g,
      check: isInternationalPhone,
      identity: onlyDigits,
    },
    {
      ...personal,
      name: 'phone',
      triggers: 'seven-digits',
      pattern:
        /(?<![\w./#:=-])(?:(?:1[ .-])?(?:\([2-9]\d\d\)[ .-]?|[2-9]\d\d[.-])[2-9]\d\d[.-]\d{4}|0[689]\d[ -]\d{3}[ -]\d{4}|0[2-7]\d?-\d{3}-\d{3,4}|0\d{3} \d{3} \d{4}|(?!00)0\d{2,3} \d{6,8}|0\d{1,4}\/\d{5,8}|\(0\d{1,4}\) ?\d{3,4}[ -]?\d{3,5}|(?<!\d )0[1-9](?:[ .]\d\d){4}(?! ?\d)|0(?:20 \d{4} \d{4}|7\d{3} \d{6}|1\d{2,3} \d{3} \d{3,4}))(?![\w-]|\.\d)/g,
      identity: onlyDigits,
    },
    {
      ...personal,
      name: 'phone',
      triggers: ['phone', 'tel', 'mobile', 'call', 'sms', 'whatsapp', 'fax', 'dial', 'hotline', 'โทร', 'เบอร์'],
      pattern:
        /(?:\b(?:tele)?(?:phone|tel|mobile|msisdn|sms|whatsapp|fax|dial(?:-?in)?|hotline|call(?:er|ed|back|ing)?)|โทรศัพท์|โทร|เบอร์)(?:[ _-](?:number|no\.?|nr\.?|id|at|on|me|him|her|them|to|from|is|back|text)){0,3}\\*["']?[\s:=#.]{1,3}(?:\((?!\d{1,4}\)))?\\*["']?(\+?\(?\d[\d ().\u00a0-]{5,20}\d)(?![\w:]|\.\d)/gi,
      check: isPhoneInContext,
      identity: onlyDigits,
    },
  ];
  return rules;
}
