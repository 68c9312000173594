import type { AlertSource } from './alert-source.ts';
import { alertmanager } from './sources/alertmanager.ts';
import { appdynamics } from './sources/appdynamics.ts';
import { awsCloudwatch } from './sources/aws-cloudwatch.ts';
import { awsEvents } from './sources/aws-events.ts';
import { azureMonitor } from './sources/azure-monitor.ts';
import { betterStack } from './sources/better-stack.ts';
import { checkmk } from './sources/checkmk.ts';
import { cloudevents } from './sources/cloudevents.ts';
import { datadog } from './sources/datadog.ts';
import { elastic } from './sources/elastic.ts';
import { errbit } from './sources/errbit.ts';
import { freshping } from './sources/freshping.ts';
import { gcpMonitoring } from './sources/gcp-monitoring.ts';
import { github } from './sources/github.ts';
import { grafana } from './sources/grafana.ts';
import { grafanaLegacy } from './sources/grafana-legacy.ts';
import { graylog } from './sources/graylog.ts';
import { honeycomb } from './sources/honeycomb.ts';
import { hyperping } from './sources/hyperping.ts';
import { kapacitor } from './sources/kapacitor.ts';
import { librato } from './sources/librato.ts';
import { nagios } from './sources/nagios.ts';
import { newrelic } from './sources/newrelic.ts';
import { opsgenie } from './sources/opsgenie.ts';
import { pagerduty } from './sources/pagerduty.ts';
import { pingdom } from './sources/pingdom.ts';
import { raygun } from './sources/raygun.ts';
import { riemann } from './sources/riemann.ts';
import { rollbar } from './sources/rollbar.ts';
import { sentry } from './sources/sentry.ts';
import { site24x7 } from './sources/site24x7.ts';
import { smartspecProductionMonitor } from './sources/smartspec-production-monitor.ts';
import { splunk } from './sources/splunk.ts';
import { statuscake } from './sources/statuscake.ts';
import { statuspage } from './sources/statuspage.ts';
import { updown } from './sources/updown.ts';
import { uptimeKuma } from './sources/uptime-kuma.ts';
import { uptimerobot } from './sources/uptimerobot.ts';
import { zabbix } from './sources/zabbix.ts';

/** Every known format, most specific first: the first that recognises a payload reads it. */
export const sources: readonly AlertSource[] = [
  smartspecProductionMonitor,
  cloudevents,
  awsCloudwatch,
  awsEvents,
  azureMonitor,
  gcpMonitoring,
  pagerduty,
  sentry,
  grafana,
  alertmanager,
  grafanaLegacy,
  github,
  opsgenie,
  newrelic,
  pingdom,
  datadog,
  uptimeKuma,
  splunk,
  rollbar,
  honeycomb,
  betterStack,
  statuspage,
  updown,
  hyperping,
  uptimerobot,
  statuscake,
  freshping,
  site24x7,
  librato,
  appdynamics,
  graylog,
  raygun,
  errbit,
  checkmk,
  nagios,
  zabbix,
  riemann,
  kapacitor,
  elastic,
];
