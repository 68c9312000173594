/** A whole configuration with a team, a shop and values of its own; every section is there once. */
export const wholeConfig = `
version: 1
lang: th
platform: ci
output: { reports_root: .spec/reports }
safety:
  allow_writes_only_under: [.spec, .smartspec/logs]
  network_policy: { default: deny, allowlist_domains: [slack.com, '*.shop.test', 10.0.0.7] }
  redaction: { enabled: true, patterns: [{ name: order, regex: '(?i)ord-[0-9]{8}' }] }
  content_limits: { max_context_bytes: 1000000, max_excerpt_chars: 900, max_files_scanned: 7 }
  spec_id_regex: '^[a-z0-9_-]{3,64}$'

incident_response:
  severity:
    default: SEV-3
    rules:
      - { when: 'labels.tier == "gold"', severity: SEV-1, because: gold customers wait for nobody }
  grouping: { by: [service, region], window: 10m, max_age: 2h, reopen_within: 1h30m }
  people:
    mia: { name: Mia Brandt, email: mia@shop.test, slack: U7MIA, os_user: mbrandt, channels: { SEV-1: [slack] } }
    noor: { name: Noor Aziz, phone: "+49 30 555 01", os_user: noor }
  oncall:
    shop:
      time_zone: Asia/Bangkok
      rotation: [mia, noor]
      every: daily
      handover: 08:30
      starts: 2026-02-02
      layers: [{ rotation: [noor], days: [sat, sun], hours: "08:00-20:00" }]
      overrides: [{ from: 2026-04-13T00:00, to: 2026-04-16T00:00, person: mia }]
    platform: { ics: .spec/oncall/platform.ics, time_zone: Europe/Lisbon }
  services: { shop.checkout: { oncall: shop, spec_id: spec-shop-001 }, search: {} }
  escalation:
    SEV-1: { steps: [{ after: 0m, notify: [oncall:shop] }, { after: 10m, notify: [person:noor] }], repeat: 2, repeat_every: 30m }
    default: { steps: [{ after: 5m, notify: [oncall:platform, command:bell] }], acknowledgement_expires: 1h }
  stakeholders:
    - { to: ["slack:#ops", webhook:board], from: SEV-2, stages: [declared, resolved], audience: external }
    - { to: email:boss@shop.test }
  communications: { cadence: { SEV-1: 15m, default: 2h } }
  notifications:
    slack: { token: env:SLACK_TOKEN, channel_per_incident: SEV-1, api_url: http://127.0.0.1:4000/api/ }
    email: { smtp: env:MAIL_URL, from: ops@shop.test }
    webhook: { board: { url: https://board.shop.test/in, secret: env:BOARD_SECRET }, quiet: { url: env:QUIET_URL } }
    command: { bell: [./ops/bell, --loud] }
  workflows:
    smartspec_rollback: { command: [./ops/back.sh, "{args}"], timeout: 5m, pass_apply: true, env: [KUBECONFIG] }
  suspects: { at_triage: false }
  playbooks:
    - name: undo the deploy
      match: { service: shop.checkout, severity: [SEV-1], labels: { region: eu }, when: value > 2.0 }
      propose: { workflow: smartspec_rollback, args: { failed-deployment-id: suspect.deployment_id, target: 3 } }
      verification: [{ command: [./ops/check], timeout: 20s }]
      auto: true
  approvals:
    default: { by: [mia, noor], count: 2, expires: 20m, proposer_may_approve: [SEV-4], signed: true }
    allowed_signers: .spec/signers
  verification:
    passes: 2
    every: 30s
    checks:
      - { name: shop, http: { url: "https://shop.test/up", status: [200, 204], within: 250ms, json: { path: ok, equals: true } } }
      - { workflow: smartspec_production_monitor, args: { spec-id: spec-shop-001 } }
      - { alert_cleared: true }
  watch_period: 45m
  post_mortem:
    required_from: SEV-3
    meeting: { within: { SEV-1: 2wd }, time_zone: Asia/Bangkok, hours: "10:00-16:00", working_days: [mon, tue], length: 1h, holidays: [2026-04-13], attendees: [roles, mia, boss@shop.test] }
  actions: { due: { SEV-1: 7d, default: 60d } }
  security:
    encrypt_to: [age1${'z'.repeat(58)}]
    encrypt_record: true
    signing_key: env:SIGN_KEY
    verify_key: MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
    record_key: env:SEAL_KEY
    redaction: { patterns: [{ name: customer, regex: 'C-[0-9]{6}' }] }
  store: { kind: postgres, url: env:DB_URL }
`;
