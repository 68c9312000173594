import { checkSource } from '../source-cases.ts';

const cake = {
  Token: 'x',
  Status: 'Down',
  StatusCode: '0',
  URL: 'https://wiki.example.org',
  IP: '192.0.2.3',
  Tags: 'wiki,internal',
  Name: 'Wiki',
  Checkrate: '300',
};

checkSource({
  source: 'statuscake',
  firing: [cake, ['firing', 'Wiki', 'https://wiki.example.org', null, null]],
  recovery: [
    { ...cake, Status: 'Up', StatusCode: '200' },
    ['resolved', 'Wiki', 'https://wiki.example.org', null, null],
  ],
  same: [
    [
      'a test without a name',
      { ...cake, Name: '' },
      ['firing', 'https://wiki.example.org', 'https://wiki.example.org', null, null],
    ],
  ],
});

const fresh = (state: string) => ({
  organization_name: 'Example',
  organization_id: 4,
  webhook_id: 9,
  webhook_event_data: {
    check_id: 31,
    check_name: 'Invoices',
    check_state_name: state,
    request_url: 'https://invoices.example.org',
    request_start_time: '2026-05-03T03:09:37.500Z',
    application_name: 'Billing',
    http_status_code: 503,
  },
});
const invoices = ['Invoices', 'https://invoices.example.org', null] as const;

checkSource({
  source: 'freshping',
  firing: [fresh('Reporting Error'), ['firing', ...invoices, '2026-05-03T03:09:37Z']],
  recovery: [fresh('Available'), ['resolved', ...invoices, null]],
  same: [
    ['no answer at all', fresh('Not Responding'), ['firing', ...invoices, '2026-05-03T03:09:37Z']],
    [
      'a check without a name',
      {
        ...fresh('Not Responding'),
        webhook_event_data: { ...fresh('Not Responding').webhook_event_data, check_name: null },
      },
      ['firing', 'Billing', invoices[1], null, '2026-05-03T03:09:37Z'],
    ],
  ],
});

const hyper = (event: string) => ({
  event,
  check: {
    url: 'https://chat.example.org',
    status: 504,
    down: event === 'check.down',
    date: 1_777_777_777_000,
    monitorUuid: 'mon_q1',
  },
});

checkSource({
  source: 'hyperping',
  firing: [
    hyper('check.down'),
    ['firing', 'https://chat.example.org', 'https://chat.example.org', null, '2026-05-03T03:09:37Z'],
  ],
  recovery: [hyper('check.up'), ['resolved', 'https://chat.example.org', 'https://chat.example.org', null, null]],
});

const updown = (event: string, changes: object = {}) => ({
  event,
  time: '2026-05-03T03:10:00Z',
  description: `${event}: https://maps.example.org`,
  check: {
    token: 'ngg8',
    url: 'https://maps.example.org',
    alias: 'Maps',
    last_status: 500,
    uptime: 99.9,
    down: true,
    down_since: '2026-05-03T03:09:37Z',
  },
  downtime: { id: 'd1', error: '500', started_at: '2026-05-03T03:09:37Z', ended_at: null, duration: null },
  ...changes,
});

checkSource({
  source: 'updown',
  firing: [
    [updown('check.down')],
    ['firing', 'check.down: https://maps.example.org', 'https://maps.example.org', null, '2026-05-03T03:09:37Z'],
  ],
  recovery: [
    [updown('check.up')],
    ['resolved', 'check.up: https://maps.example.org', 'https://maps.example.org', null, '2026-05-03T03:09:37Z'],
  ],
  same: [
    [
      'an outage that goes on, posted alone',
      updown('check.still_down'),
      [
        'firing',
        'check.still_down: https://maps.example.org',
        'https://maps.example.org',
        null,
        '2026-05-03T03:09:37Z',
      ],
    ],
  ],
  others: [
    [
      'an invalid certificate, which the end of an outage does not mend',
      updown('check.ssl_invalid', {
        downtime: null,
        check: { token: 'ngg8', url: 'https://maps.example.org', down_since: null },
      }),
      ['firing', 'check.ssl_invalid: https://maps.example.org', 'https://maps.example.org', null, null],
    ],
  ],
});

const site = {
  MONITORNAME: 'Payroll',
  STATUS: 'DOWN',
  MONITORURL: 'https://payroll.example.org',
  MONITORTYPE: 'URL',
  MONITOR_ID: '1001',
  INCIDENT_REASON: 'Read timed out',
  INCIDENT_TIME: 'May 3, 2026 3:09 AM UTC',
  INCIDENT_TIME_ISO: '2026-05-03T03:09:37+0000',
  TAGS: [],
};

checkSource({
  source: 'site24x7',
  firing: [site, ['firing', 'Payroll', 'https://payroll.example.org', null, '2026-05-03T03:09:37Z']],
  recovery: [
    { ...site, STATUS: 'UP', INCIDENT_REASON: '' },
    ['resolved', 'Payroll', 'https://payroll.example.org', null, null],
  ],
  same: [
    [
      'trouble',
      { ...site, STATUS: 'TROUBLE' },
      ['firing', 'Payroll', 'https://payroll.example.org', null, '2026-05-03T03:09:37Z'],
    ],
    [
      'the same in small letters',
      Object.fromEntries(Object.entries(site).map(([key, value]) => [key.toLowerCase(), value])),
      ['firing', 'Payroll', 'https://payroll.example.org', null, '2026-05-03T03:09:37Z'],
    ],
  ],
});
