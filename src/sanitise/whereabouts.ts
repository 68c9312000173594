import { postalAddressRules } from './postal-addresses.ts';
import type { Rule } from './rule.ts';

const systemAccount =
  /^(?:user|users|ubuntu|ec2-user|centos|debian|admin|administrator|azureuser|runner|runneradmin|app|apps|web|www|www-data|node|deploy|deployer|deployment|circleci|travis|jenkins|gitlab-runner|git|github|vagrant|vsts(?:_azpcontainer)?|build|builder|ci|container|coder|vscode|root|default|public|shared|all|all users|me|index|dashboard|linuxbrew|postgres|mysql|oracle|hadoop|spark|airflow|jovyan|nginx|pi|service|svc|guest|nonroot|appuser|opc|core|steam|sandbox|test|tester|worker)$|^(?:svc|srv|sa)[-_.]|\.(?:html?|php|js)$/i;

const ip = '(?:(?:\\d{1,3}\\.){3}\\d{1,3}|(?=[\\da-f:]{0,6}:[\\da-f:]{0,8}:)[\\da-f:]{4,39})(?![\\w.:/-]*[\\w/])';
const addresses = `(${ip}(?:(?:, and|,| and| or) ${ip}){0,9})`;
const ways =
  '(?: (?:at|from|on|with|behind|using|is|was|home|source|public|ips?|address(?:es)?|connecting|connect(?:s|ed)|logged in|logs in|coming))';

/** Addresses of machines behind a router say nothing about a person. */
export function isPublicAddress(address: string): boolean {
  if (!address.includes(':')) {
    const parts = address.split('.').map(Number);
    if (parts.some((part) => part > 255)) return false;
    const [first = 0, second = 0] = parts;
    if (first === 10 || first === 127 || first === 0 || (first === 169 && second === 254)) return false;
    return !(first === 192 && second === 168) && !(first === 172 && second >= 16 && second < 32);
  }
  return !/^(?:::1?$|f[cd]|fe[89ab])/i.test(address);
}

let rules: readonly Rule[] | undefined;

/** The rules for where a person lives, is, connects from, or keeps files. */
export function whereaboutsRules(): readonly Rule[] {
  const personal = { kind: 'personal' } as const;
  rules ??= [
    ...postalAddressRules(),
    {
      ...personal,
      name: 'client-ip',
      triggers: [
        'client:',
        'client_',
        'client-',
        'client i',
        'client a',
        'client.',
        'remote_',
        'remote-',
        'remote i',
        'remote a',
        'remotea',
        'clienti',
        'visitor',
        'user_ip',
        'user ip',
        'user-ip',
        'user.ip',
        'userip',
        'customer ip',
        'customer_ip',
        'forwarded',
        'real-ip',
        'connecting-ip',
      ],
      pattern:
        /(?:\b(?:client|remote|user|visitor|customer|end[_-]?user|true-client|cf-connecting|x-real|x-client|x-forwarded)[ _.-]?(?:ip|addr(?:ess)?|for|ip[_-]?addr(?:ess)?)\\*["']?\s{0,2}[:=]\s{0,2}\\*["']?|\b(?:client|visitor): ?)((?:\d{1,3}\.){3}\d{1,3}|(?=[\da-f:]{0,6}:[\da-f:]{0,8}:)[\da-f:]{4,39})(?![\w.]*\.\d)/gi,
      check: ({ value }) => isPublicAddress(value),
    },
    {
      ...personal,
      name: 'client-ip',
      digits: true,
      triggers: [
        'customer',
        'client',
        'user',
        'visitor',
        'subscriber',
        'caller',
        'player',
        'shopper',
        'home ip',
        'his ip',
        'her ip',
      ],
      pattern: new RegExp(
        `\\b(?:(?:customers?|visitors?|subscribers?|callers?|players?|shoppers?)(?:['’]s)?${ways}{0,4}|(?:clients?|users?)(?:['’]s)?${ways}{1,4}|(?:his|her|home) ip(?: address)?(?: is| was)?)[ :=(]{1,3}${addresses}`,
        'gi',
      ),
      check: ({ value }) => value.split(/,? (?:and |or )?/).some(isPublicAddress),
    },
    {
      ...personal,
      name: 'client-ip',
      triggers: [' - '],
      pattern: /(?<=^|\n)(?:\d{1,3}\.){3}\d{1,3}(?= - [\w-]{1,64} \[\d)/g,
      check: ({ value }) => isPublicAddress(value),
    },
    {
      ...personal,
      name: 'location',
      triggers: ['latitude', 'lat=', 'lat:', 'lat"', 'lat =', 'lat :', 'lat\\'],
      pattern:
        /\blat(?:itude)?\\*["']?\s{0,2}[:=]\s{0,2}((?:-?\d{1,2}\.\d{3,15})[^\d\n-]{1,40}(?:lon|lng|long|longitude)\\*["']?\s{0,2}[:=]\s{0,2}-?\d{1,3}\.\d{3,15})/gi,
    },
    {
      ...personal,
      name: 'user',
      triggers: ['/home/', '/users/', '\\users\\', 'documents and settings'],
      pattern:
        /(?:(?<![\w.}])(?<!\b(?:GET|POST|PUT|HEAD|PATCH|DELETE|OPTIONS|path|route|uri|url|endpoint)["']?[ :=]{1,2}["']?)\/(?:home|Users)\/|\b[A-Za-z]:(?:\\{1,4}|\/)(?:Users|Documents and Settings)(?:\\{1,4}|\/))([\w\u00c0-\u1fff][\w\u00c0-\u1fff.-]{0,62}[\w\u00c0-\u1fff])/g,
      check: ({ value }) => !systemAccount.test(value),
      identity: (value) => value.toLowerCase(),
    },
  ];
  return rules;
}
