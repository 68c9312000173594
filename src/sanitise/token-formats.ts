import type { Rule } from './rule.ts';

/** Name, lower-case triggers, pattern of the token itself, and the letter case where it doesn't matter. */
type Format = readonly [name: string, triggers: string, source: string, flags?: 'i'];

/**
 * Tokens that can be told by their looks alone.
 *
 * Lengths are lower bounds: vendors lengthen their tokens without notice, and a shortened paste is still worth hiding.
 */
const formats: readonly Format[] = [
  ['jwt', 'eyj', 'eyJ[\\w-]{8,}\\.[\\w-]{4,}(?:\\.[\\w-]{2,}){1,3}'],
  ['aws-access-key-id', 'akia|asia|abia|acca|a3t', '(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}(?![A-Z0-9])'],
  ['gcp-api-key', 'aiza', 'AIza[\\w-]{30,45}'],
  ['gcp-access-token', 'ya29.', 'ya29\\.[\\w-]{16,}'],
  ['gcp-client-secret', 'gocspx-', 'GOCSPX-[\\w-]{20,}'],
  ['gcp-refresh-token', '1//0', '1//0[\\w-]{25,}'],
  ['azure-client-secret', 'q~', '[A-Za-z0-9_~.-]{3}\\dQ~[A-Za-z0-9_~.-]{31,34}'],
  ['github-token', 'ghp_|gho_|ghu_|ghs_|ghr_', 'gh[pousr]_[A-Za-z0-9]{20,}'],
  ['github-token', 'github_pat_', 'github_pat_\\w{20,}'],
  [
    'gitlab-token',
    'pat-|tt-|dt-|rt-|rtr-|cbt-|soat-|ft-|agent-|oas-|wt-',
    'gl(?:pat|ptt|dt|rt|rtr|cbt|soat|ft|agent|oas|imt|ffct|wt)-[\\w-]{16,}(?:\\.[\\w-]+)*',
  ],
  ['gitlab-token', 'gr1348941', 'GR1348941[\\w-]{16,}'],
  ['npm-token', 'npm_', 'npm_[A-Za-z0-9]{30,}'],
  ['pypi-token', 'pypi-', 'pypi-[\\w-]{32,}'],
  ['rubygems-key', 'rubygems_', 'rubygems_[0-9a-f]{32,}'],
  ['slack-token', 'xox', 'xox[abcdeoprs](?:\\.xox[bp])?-[\\w-]{10,}'],
  ['slack-token', 'xapp-', 'xapp-\\d-[\\w-]{16,}'],
  ['stripe-key', 'k_live_|k_test_', '(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{10,}'],
  ['stripe-webhook-secret', 'whsec_', 'whsec_[\\w+/=-]{16,}'],
  ['twilio-key', 'sk', 'SK[0-9a-f]{32}(?![0-9a-f])'],
  ['twilio-account', 'ac', 'AC[0-9a-f]{32}(?![0-9a-f])'],
  ['sendgrid-key', 'sg.', 'SG\\.[\\w-]{16,}\\.[\\w-]{16,}'],
  ['mailgun-key', 'key-', 'key-[0-9a-f]{32}(?![0-9a-f])'],
  ['mailchimp-key', '-us', '[0-9a-f]{32}-us\\d{1,2}(?!\\d)'],
  ['brevo-key', 'xkeysib-', 'xkeysib-[\\w-]{32,}'],
  ['new-relic-key', 'nrak-|nrii-|nriq-|nrra-|nrjs-|nrbr-|nrsp-', 'NR(?:AK|II|IQ|RA|JS|BR|SP)-[A-Za-z0-9]{16,}'],
  ['new-relic-key', 'nral', '[0-9a-f]{32,36}NRAL'],
  ['grafana-token', 'glsa_|glc_', 'gl(?:sa|c)_[\\w+/=]{24,}'],
  ['sentry-token', 'sntrys_|sntryu_', 'sntry[su]_[\\w+/=-]{24,}'],
  ['honeycomb-key', 'hcaik_|hcbik_', 'hc[ab]ik_[0-9a-z]{26,}'],
  ['dynatrace-token', 'dt0', 'dt0[a-z]\\d\\d\\.[A-Z0-9]{20,}\\.[A-Z0-9]{40,}'],
  ['discord-token', '.', '[MNO][\\w-]{23,27}\\.[\\w-]{6,7}\\.[\\w-]{27,}'],
  ['telegram-token', ':aa', '\\d{8,10}:AA[\\w-]{32,}'],
  ['anthropic-key', 'sk-ant-', 'sk-ant-[\\w-]{16,}'],
  ['openai-key', 'sk-', 'sk-(?:(?:proj|svcacct|admin|or-v1)-[\\w-]{16,}|[A-Za-z0-9]{20,})'],
  ['huggingface-token', 'hf_', 'hf_[A-Za-z0-9]{30,}'],
  ['replicate-token', 'r8_', 'r8_[A-Za-z0-9]{32,}'],
  ['groq-key', 'gsk_', 'gsk_[A-Za-z0-9]{32,}'],
  ['age-secret-key', 'age-secret-key-', 'AGE-SECRET-KEY-[A-Z0-9-]{20,}', 'i'],
  ['vault-token', 'hvs.|hvb.|hvr.', 'hv[sbr]\\.[\\w-]{20,}'],
  ['terraform-token', '.atlasv1.', '[A-Za-z0-9]{14}\\.atlasv1\\.[\\w-]{40,}'],
  ['doppler-token', 'dp.', 'dp\\.(?:pt|st|ct|sa|scim|audit)\\.[\\w.-]{30,}'],
  ['digitalocean-token', '_v1_', 'do[opr]_v1_[0-9a-f]{40,}'],
  ['heroku-key', 'hrku-', 'HRKU-[\\w-]{30,}'],
  ['shopify-token', 'shpat_|shpca_|shppa_|shpss_', 'shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}'],
  ['square-token', 'sq0', 'sq0[a-z]{3}-[\\w-]{22,}'],
  ['linear-key', 'lin_', 'lin_(?:api|oauth)_[A-Za-z0-9]{30,}'],
  ['notion-token', 'ntn_', 'ntn_[A-Za-z0-9]{40,}'],
  ['atlassian-token', 'atatt|atctt|atbb', 'AT(?:ATT|CTT|BB)[A-Za-z0-9][\\w=-]{24,}'],
  ['figma-token', 'figd_|figo_|figu_', 'fig[dou]_[\\w-]{36,}'],
  ['databricks-token', 'dapi', 'dapi[0-9a-f]{32}'],
  ['planetscale-token', 'pscale_', 'pscale_(?:tkn|pw|oauth)_[\\w=.-]{30,}'],
  ['docker-token', 'dckr_', 'dckr_(?:pat|oat)_[\\w-]{20,}'],
  ['supabase-key', 'sbp_|sb_secret_', 'sb(?:p_[0-9a-f]{40}|_secret_[\\w-]{20,})'],
  ['tailscale-key', 'tskey-', 'tskey-[a-z]+-[\\w-]{16,}'],
  ['airtable-token', 'pat', 'pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}'],
  ['mapbox-token', 'sk.eyj', 'sk\\.eyJ[\\w-]{8,}\\.[\\w-]{16,}'],
  ['launchdarkly-key', 'sdk-|mob-', '(?:sdk|mob)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'],
  ['postman-key', 'pmak-', 'PMAK-[0-9a-f]{24}-[0-9a-f]{34}'],
  ['sonar-token', 'sqa_|sqp_|squ_', 'sq[apu]_[0-9a-f]{40}'],
  ['buildkite-token', 'bkua_|bkat_|bkct_', 'bk(?:ua|at|ct)_[0-9a-f]{40}'],
  ['circleci-token', 'ccipat_', 'CCIPAT_[A-Za-z0-9]{22}_[0-9a-f]{40}'],
  ['netlify-token', 'nfp_', 'nfp_[A-Za-z0-9]{36,}'],
  ['facebook-token', 'eaa', 'EAA[A-Za-z0-9]{60,}'],
  ['one-password-token', 'ops_eyj', 'ops_eyJ[\\w+/=-]{60,}'],
  ['password-hash', '$2', '\\$2[abxy]?\\$\\d\\d\\$[./A-Za-z0-9]{40,53}'],
  ['password-hash', '$', '\\$(?:1|5|6|y|7|gy|md5|apr1)\\$(?:rounds=\\d+\\$)?[./A-Za-z0-9$]{24,}'],
  ['password-hash', '$', '\\$(?:argon2(?:id|i|d)|scrypt|pbkdf2[\\w-]*)\\$[\\w+/=,$.-]{20,}'],
  ['password-hash', '_sha', '(?:pbkdf2_sha|bcrypt_sha)\\d+\\$[\\w+/=$.-]{20,}'],
  ['password-hash', '{ssha|{sha}|{smd5}|{crypt}', '\\{(?:SSHA|SHA|SMD5|CRYPT|SSHA512|SSHA256)\\}[\\w+/=$.-]{20,}'],
];

let rules: readonly Rule[] | undefined;

/** The rules for tokens with a fixed look; regular expressions are made once, when first asked for. */
export function tokenRules(): readonly Rule[] {
  rules ??= formats.map(([name, triggers, source, flags]) => ({
    kind: 'secret',
    name,
    triggers: triggers.split('|'),
    pattern: new RegExp(`(?<![A-Za-z0-9])${source}`, `g${flags ?? ''}`),
    repeats: true,
  }));
  return rules;
}
