import { checkSource } from '../source-cases.ts';

const stack = (event: string, attributes: object = {}, type = 'incident') => ({
  data: {
    id: '25',
    type,
    attributes: {
      name: 'Sign-in page',
      url: 'https://signin.example.org',
      cause: 'Status 503',
      started_at: '2026-03-09T08:07:06.543Z',
      acknowledged_at: null,
      resolved_at: null,
      ...attributes,
    },
  },
  event,
});
const signIn = ['Sign-in page', 'Sign-in page', null, '2026-03-09T08:07:06Z'] as const;

checkSource({
  source: 'better_stack',
  firing: [stack('started'), ['firing', ...signIn]],
  recovery: [stack('resolved', { resolved_at: '2026-03-09T08:17:06Z' }), ['resolved', ...signIn]],
  same: [
    [
      'an acknowledgement',
      stack('acknowledged', { acknowledged_at: '2026-03-09T08:08:00Z' }),
      ['acknowledged', ...signIn],
    ],
    [
      'an unknown word beside an end',
      stack('updated', { resolved_at: '2026-03-09T08:17:06Z' }),
      ['resolved', ...signIn],
    ],
    [
      'a name that is null',
      stack('started', { name: null }),
      ['firing', 'Status 503', 'https://signin.example.org', null, signIn[3]],
    ],
  ],
  silent: [['a monitor that was changed', stack('updated', {}, 'monitor'), 'monitor that was changed']],
});

const page = (status: string, incident: object = {}) => ({
  page: { id: 'p', status_indicator: 'major', status_description: 'Partial outage' },
  incident: {
    id: 'inc1',
    name: 'Uploads fail',
    status,
    impact: 'major',
    created_at: '2026-03-09T08:07:06Z',
    components: [{ name: 'Uploads' }],
    incident_updates: [],
    shortlink: 'https://stat.example.org/inc1',
    ...incident,
  },
});
const uploads = ['Uploads fail', 'Uploads', 'major', '2026-03-09T08:07:06Z'] as const;

checkSource({
  source: 'statuspage',
  firing: [page('investigating'), ['firing', ...uploads]],
  recovery: [page('resolved'), ['resolved', ...uploads]],
  same: [
    ['an incident that is being watched', page('monitoring'), ['firing', ...uploads]],
    ['its post-mortem', page('postmortem'), ['resolved', ...uploads]],
    ['no components', page('identified', { components: null }), ['firing', 'Uploads fail', null, 'major', uploads[3]]],
  ],
  others: [
    [
      'a component that went down',
      {
        page: { id: 'p' },
        component: { id: 'c1', name: 'Search', status: 'major_outage' },
        component_update: {
          old_status: 'operational',
          new_status: 'major_outage',
          created_at: '2026-03-09T08:00:00Z',
          component_id: 'c1',
        },
      },
      ['firing', 'Search', 'Search', 'major_outage', '2026-03-09T08:00:00Z'],
    ],
  ],
  silent: [
    [
      'maintenance, as Instatus announces it',
      { page: { id: 'p' }, maintenance: { id: 'm', name: 'New disks', status: 'NOTSTARTEDYET' } },
      'maintenance',
    ],
    [
      'maintenance that was planned',
      page('scheduled', { impact: 'maintenance', scheduled_for: '2026-04-01T00:00:00Z' }),
      'maintenance',
    ],
  ],
});

const instatus = (word: string) => ({
  page: { id: 'p2', status_indicator: 'HASISSUES' },
  component_update: { created_at: '2026-03-09T08:00:00Z', new_status: word, component_id: 'c7' },
  component: { created_at: '2024-01-01T00:00:00Z', id: 'c7', name: 'Search', status: word },
});

checkSource({
  source: 'statuspage',
  from: 'instatus, which copied the format',
  firing: [instatus('PARTIALOUTAGE'), ['firing', 'Search', 'Search', 'PARTIALOUTAGE', '2026-03-09T08:00:00Z']],
  recovery: [instatus('OPERATIONAL'), ['resolved', 'Search', 'Search', 'OPERATIONAL', null]],
  silent: [['maintenance of a component', instatus('UNDERMAINTENANCE'), 'maintenance']],
});

const statusIo = (state: string, changes: object = {}) => ({
  id: '7f',
  message_id: '80',
  title: 'Chat is slow',
  datetime_start: '2026-03-09T08:07:06Z',
  current_status: 'Degraded Performance',
  current_state: state,
  components: [{ name: 'Chat' }],
  incident_url: 'https://status.example.org/7f',
  ...changes,
});

checkSource({
  source: 'generic',
  from: 'status.io, whose words New Relic uses too',
  firing: [statusIo('Identified'), ['firing', 'Chat is slow', null, null, null]],
  recovery: [
    statusIo('Resolved', { message_id: '81', current_status: 'Operational' }),
    ['resolved', 'Chat is slow', null, null, null],
  ],
  silent: [['planned maintenance', { ...statusIo(''), current_status: 'Planned Maintenance' }, 'planned maintenance']],
});
