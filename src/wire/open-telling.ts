import { exitCodes } from '../cli/answer.ts';
import type { Settled, TellingHouse } from '../cli/telling-house.ts';
import type { Config } from '../config/config.ts';
import { resolveSecret } from '../config/secret.ts';
import { formatDuration } from '../incident/duration.ts';
import type { Incident } from '../incident/incident.ts';
import type { IncidentChannels } from '../notify/incident-channels.ts';
import { openIncidentChannels, openNotifier } from '../notify/open-notifier.ts';
import type { NotifierOptions } from '../notify/surroundings.ts';
import { hasNoChannel } from '../oncall/channels.ts';
import type { Directory } from '../oncall/target.ts';
import { keepTime } from '../road/keep-time.ts';
import { settle, type TellingDesk, type Told } from '../road/settle.ts';
import { type IncidentStore, StoreTrouble } from '../store/incident-store.ts';

/** What telling people needs from the project it runs in. */
export interface TellingSite {
  readonly config: Config;
  readonly projectRoot: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly store: IncidentStore;
  readonly language: 'en' | 'th';
  readonly loadTemplate: (name: string, whose?: 'program') => string;
  readonly mayConnect: (host: string) => boolean;
  readonly redact: (text: string) => string;
  readonly programVersion: string;
  readonly now: () => string;
}

/** Whoever waits for an answer waits so long for channels, in seconds. */
const patience = 10;

/** Opens everything that tells people; loaded only where a channel is configured, or a command looks at what is owed. */
export function openTelling(site: TellingSite): Pick<TellingHouse, 'settle' | 'keepTime' | 'tellingPolicy'> {
  const tellingPolicy: TellingHouse['tellingPolicy'] = async (at) => {
    const { people, notifications } = site.config;
    return { config: site.config, directory: { people, notifications, onCall: await openSchedules(site, at) } };
  };
  const withDesk = async <Result>(work: (desk: TellingDesk) => Promise<Result>): Promise<Result> => {
    const options: NotifierOptions = {
      config: site.config.notifications,
      resolveSecret: (reference) => resolveSecret(reference, site.environment),
      mayConnect: site.mayConnect,
      loadTemplate: site.loadTemplate,
      redact: site.redact,
      programVersion: site.programVersion,
      now: site.now,
      patience: patience * 800,
      projectRoot: site.projectRoot,
      environment: site.environment,
    };
    const notifier = openNotifier(options);
    let channels: Promise<IncidentChannels | null> | undefined;
    const openChannels = () => {
      channels ??= openIncidentChannels(options);
      return channels;
    };
    try {
      const { store, language, now } = site;
      return await work({ store, language, now, notifier, openChannels, policy: await tellingPolicy(now()) });
    } finally {
      await Promise.allSettled([notifier.close(), channels?.then((opened) => opened?.close())]);
    }
  };
  return {
    tellingPolicy,
    keepTime: (duties) => withDesk((desk) => keepTime(desk, duties)),
    settle: async (incident) => {
      try {
        return sayTold(await withDesk((desk) => settle(incident, desk, patience)), incident, site);
      } catch (error) {
        if (!(error instanceof StoreTrouble)) throw error;
        const warnings = [`recorded, but what is owed could not be put on record: ${error.message}`];
        return { incident, warnings, exit_code: exitCodes.degraded, last_resort: null };
      }
    },
  };
}

/** Time zones are loaded only where somebody is on call at all. */
async function openSchedules({ config, projectRoot }: TellingSite, at: string): Promise<Directory['onCall']> {
  if (Object.keys(config.oncall).length === 0) return () => null;
  const { askSchedules, openOncall } = await import('./oncall.ts');
  return askSchedules((await openOncall(config, projectRoot, at)).schedules);
}

function sayTold(
  { incident, last_resort, unreached, warnings }: Told,
  before: Incident,
  { config, now }: TellingSite,
): Settled {
  const nobody = unreached.map(
    ({ target, person, reason }) => `${person ?? target} can not be told: ${reason.replaceAll('-', ' ')}`,
  );
  return {
    incident,
    warnings: [
      ...new Set([...nobody, ...warnings, ...sayGivenUp(incident, before), ...sayWaiting(incident, now())]),
      ...sayNothingSetUp(config),
    ],
    exit_code: last_resort === null ? exitCodes.done : exitCodes.degraded,
    last_resort,
  };
}

/** What failed for good this time, which no `tick` will mend. */
function sayGivenUp({ notifications }: Incident, before: Incident): readonly string[] {
  const known = new Set(before.notifications.filter(({ state }) => state === 'failed').map(({ key }) => key));
  return notifications
    .filter(({ state, key }) => state === 'failed' && !known.has(key))
    .map(
      ({ kind, to, reason, ...how }) =>
        `${kind} to ${to} by ${wayOf(how)} failed for good (${sayWhy(reason, how.detail)})`,
    );
}

type Way = Pick<Incident['notifications'][number], 'channel' | 'via'>;

function wayOf({ channel, via }: Way): string {
  return via === null ? channel : `${channel}:${via}`;
}

function sayWhy(reason: string | null, detail: string | null): string {
  return `${reason ?? 'unknown reason'}${detail === null ? '' : `: ${detail}`}`;
}

function sayWaiting({ notifications }: Incident, now: string): readonly string[] {
  return notifications
    .filter(({ state, reason, claimed_until }) => state === 'waiting' && reason !== null && claimed_until === null)
    .map(({ kind, to, channel, via, reason, detail, retry_at }) => {
      const wait = retry_at === null ? 0 : Math.max(0, (Date.parse(retry_at) - Date.parse(now)) / 1000);
      return `${kind} to ${to} by ${wayOf({ channel, via })} not delivered (${sayWhy(reason, detail)}); incident tick tries again in ${formatDuration(wait)}`;
    });
}

function sayNothingSetUp(config: Config): readonly string[] {
  const somebody =
    Object.keys(config.oncall).length + Object.keys(config.escalation).length + config.stakeholders.length > 0;
  return somebody || hasNoChannel(config.notifications)
    ? []
    : ['channels are configured, but nobody who would be told: add oncall, escalation or stakeholders'];
}
