import type { DatabaseReason } from '../store/incident-store.ts';
import type { AnswerError } from './answer.ts';

/** Why the database did not answer, in words, and what to do about it. `path` names it without its password. */
export function explainDatabase(reason: DatabaseReason, path: string, detail: string): AnswerError {
  const say = (message: string, hint: string): AnswerError => ({ reason, message, hint });
  switch (reason) {
    case 'database-unreachable':
      return say(
        `The database ${path} cannot be reached: ${detail}.`,
        'Alerts are still taken and kept on this machine. Is it running, and does the network lead there?',
      );
    case 'database-refused':
      return say(
        `The database ${path} refuses us: ${detail}.`,
        'Check user, password, database name and certificate in the URL; sslmode=no-verify accepts any certificate.',
      );
    case 'database-busy':
      return say(
        `The database ${path} did not get to it in time: ${detail}.`,
        'Type the same command again; if it stays so, look for long transactions in pg_stat_activity.',
      );
    case 'database-full':
      return say(
        `The disk of the database ${path} is full: ${detail}.`,
        'Make room there, then type the command again.',
      );
    case 'database-read-only':
      return say(
        `The database ${path} takes no writes: ${detail}.`,
        'It may be a replica: let the URL lead to the primary (target_session_attrs is not followed).',
      );
    case 'database-too-new':
      return say(
        `The database ${path} was set up by a newer version: ${detail}.`,
        'Update smartspec_incident_response on this machine; a newer schema is never written to by an older program.',
      );
    case 'database-faulty':
      return say(`The database ${path} answered with an error: ${detail}.`, 'Its log says more.');
    case 'database-not-configured':
      return say(
        `There is no database to ask: ${detail}.`,
        'Set the variable that incident_response.store.url names, e.g. postgres://incidents@host:5432/incidents',
      );
    case 'database-client-missing':
      return say(
        `Records are kept in PostgreSQL (${path}), and ${detail}.`,
        'Install it beside this program: npm install pg',
      );
  }
}
