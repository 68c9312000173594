import { checkSource } from '../source-cases.ts';

const beat = (status: number, changes: object = {}) => ({
  heartbeat: {
    monitorID: 7,
    status,
    time: '2026-05-06 07:08:09.123',
    msg: 'connect ECONNREFUSED',
    important: true,
    duration: 60,
    timezone: 'Europe/Vienna',
    timezoneOffset: '+02:00',
    localDateTime: '2026-05-06 09:08:09',
  },
  monitor: {
    id: 7,
    name: 'Ticket shop',
    url: 'https://tickets.example.org',
    hostname: null,
    type: 'http',
    tags: [{ name: 'team', value: 'tickets' }],
  },
  msg: '[Ticket shop] [🔴 Down] connect ECONNREFUSED',
  ...changes,
});
const shopDown = [
  'firing',
  '[Ticket shop] [🔴 Down] connect ECONNREFUSED',
  'Ticket shop',
  null,
  '2026-05-06T07:08:09Z',
] as const;

checkSource({
  source: 'uptime_kuma',
  firing: [beat(0), shopDown],
  recovery: [
    beat(1, { msg: '[Ticket shop] [✅ Up] 200 - OK' }),
    ['resolved', '[Ticket shop] [✅ Up] 200 - OK', 'Ticket shop', null, null],
  ],
  same: [
    ['a monitor that waits for its retries', beat(2), [null, shopDown[1], 'Ticket shop', null, null]],
    ['no message', beat(0, { msg: null }), ['firing', 'connect ECONNREFUSED', 'Ticket shop', null, shopDown[4]]],
  ],
  others: [
    [
      'a certificate that runs out',
      {
        heartbeat: null,
        monitor: null,
        msg: '[Ticket shop][https://tickets.example.org] Certificate will expire in 7 days',
      },
      ['firing', '[Ticket shop][https://tickets.example.org] Certificate will expire in 7 days', null, null, null],
    ],
  ],
  silent: [
    ['a test', { heartbeat: null, monitor: null, msg: 'My webhook Testing' }, 'test'],
    ['maintenance', beat(3), 'maintenance'],
  ],
});

const robot = {
  monitorID: '790',
  monitorURL: 'https://docs.example.org',
  monitorFriendlyName: 'Docs',
  alertType: 1,
  alertTypeFriendlyName: 'Down',
  alertDetails: 'HTTP 502',
  alertDateTime: 1_777_777_777,
};

checkSource({
  source: 'uptimerobot',
  firing: [robot, ['firing', 'Docs', 'https://docs.example.org', null, '2026-05-03T03:09:37Z']],
  recovery: [
    { ...robot, alertType: 2, alertTypeFriendlyName: 'Up', alertDuration: 90 },
    ['resolved', 'Docs', 'https://docs.example.org', null, null],
  ],
  same: [
    [
      'names in snake case',
      {
        monitor_id: '790',
        monitor_url: 'https://docs.example.org',
        monitor_friendly_name: 'Docs',
        alert_type: '1',
        alert_datetime: '1777777777',
      },
      ['firing', 'Docs', 'https://docs.example.org', null, '2026-05-03T03:09:37Z'],
    ],
    [
      'macros nobody filled in',
      { ...robot, monitorFriendlyName: '*monitorFriendlyName*', alertDateTime: '*alertDateTime*' },
      ['firing', 'HTTP 502', 'https://docs.example.org', null, null],
    ],
  ],
  others: [
    [
      'a certificate that runs out',
      { ...robot, alertType: 3 },
      ['firing', 'Docs', 'https://docs.example.org', null, '2026-05-03T03:09:37Z'],
    ],
  ],
});

const dom = {
  check_id: 12_345,
  check_name: 'Booking API',
  check_type: 'HTTP',
  check_params: {
    basic_auth: false,
    encryption: true,
    full_url: 'https://booking.example.org/health',
    hostname: 'booking.example.org',
    port: 443,
    url: '/health',
  },
  tags: ['booking', 'eu'],
  previous_state: 'UP',
  current_state: 'DOWN',
  importance_level: 'HIGH',
  state_changed_timestamp: 1_777_777_777,
  state_changed_utc_time: '2026-05-03T03:09:37',
  long_description: 'HTTP error 500',
  description: 'HTTP error 500',
  first_probe: { ip: '192.0.2.9', location: 'Oslo' },
};

checkSource({
  source: 'pingdom',
  firing: [dom, ['firing', 'Booking API', 'booking.example.org', 'HIGH', '2026-05-03T03:09:37Z']],
  recovery: [
    { ...dom, previous_state: 'DOWN', current_state: 'UP' },
    ['resolved', 'Booking API', 'booking.example.org', 'HIGH', null],
  ],
  same: [
    [
      'a transaction check that fails',
      { ...dom, current_state: 'FAILING', check_params: {}, importance_level: null },
      ['firing', 'Booking API', null, null, '2026-05-03T03:09:37Z'],
    ],
    [
      'a transaction check that recovers',
      { ...dom, previous_state: 'FAILING', current_state: 'SUCCESS', check_params: null },
      ['resolved', 'Booking API', null, 'HIGH', null],
    ],
  ],
  others: [
    [
      'another check',
      { ...dom, check_id: 12_346 },
      ['firing', 'Booking API', 'booking.example.org', 'HIGH', '2026-05-03T03:09:37Z'],
    ],
  ],
});
