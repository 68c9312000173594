import { exitCodes } from '../cli/answer.ts';
import type { Outside } from '../cli/run.ts';
import type { TellingHouse } from '../cli/telling-house.ts';
import type { Config } from '../config/config.ts';
import type { Incident } from '../incident/incident.ts';
import { hasNoChannel } from '../oncall/channels.ts';
import type { TellingSite } from './open-telling.ts';

/** Telling people: nothing of it is loaded where no channel is configured and nobody asks what is owed. */
export function tellLater(
  outside: Outside,
  config: Config,
  site: Pick<TellingSite, 'projectRoot' | 'store' | 'redact' | 'language' | 'loadTemplate' | 'mayConnect'>,
): TellingHouse {
  const open = async () =>
    (await import('./open-telling.ts')).openTelling({
      ...site,
      config,
      environment: outside.env,
      programVersion: outside.version,
      now: outside.now,
    });
  return {
    settle: async (incident) => {
      if (!hasNoChannel(config.notifications)) return (await open()).settle(incident);
      const warnings = goesUntold(incident) ? ['no channel is configured, so nobody was told'] : [];
      return { incident, warnings, exit_code: exitCodes.done, last_resort: null };
    },
    keepTime: async (duties) => (await open()).keepTime(duties),
    tellingPolicy: async (at) => (await open()).tellingPolicy(at),
    openOncall: async (at) => (await import('./oncall.ts')).openOncall(config, site.projectRoot, at),
    staying: {
      interrupted: outside.interrupted,
      interactive: outside.interactive,
      show: outside.out,
      pause: (milliseconds, signal) =>
        new Promise((resolve) => {
          const end = (): void => {
            clearTimeout(timer);
            signal.removeEventListener('abort', end);
            resolve();
          };
          const timer = setTimeout(end, signal.aborted ? 0 : milliseconds);
          signal.addEventListener('abort', end);
        }),
    },
  };
}

/**
 * True for a new incident, for news that somebody wants told, and for the first news after people could be told before;
 * `status` and `doctor` say it at any time.
 */
function goesUntold({ timeline, notifications }: Incident): boolean {
  const [declared] = timeline;
  const latest = timeline.at(-1);
  if (latest === undefined || latest.recorded_at === declared?.recorded_at) return true;
  if (latest.type === 'update.posted') return true;
  const told = notifications
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  if (told === undefined) return false;
  const since = timeline.filter(({ type, recorded_at }) => newsworthy.has(type) && recorded_at > told);
  return since[0]?.recorded_at === latest.recorded_at;
}

const newsworthy: ReadonlySet<string> = new Set([
  'alert.received',
  'severity.changed',
  'incident.escalated',
  'update.posted',
  'incident.resolved',
  'incident.reopened',
  'post-mortem.finalized',
]);
