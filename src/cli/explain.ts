import type { Refusal } from '../incident/failure.ts';
import { nobody } from '../incident/nobody.ts';
import type { TroubleReason } from '../store/incident-store.ts';
import { type AnswerError, type ExitCode, exitCodes } from './answer.ts';
import { explainDatabase } from './explain-database.ts';
import { explainGate } from './explain-gate.ts';

/**
 * Why a command was refused, in words: what, why, and what to type instead. Every reason must have its words here.
 * `signed` says whether approvals have to be signatures.
 */
export function explainRefusal(refusal: Refusal, id: string, signed = false): AnswerError {
  const { reason } = refusal;
  const approveWith = signed ? '--key <ssh key>' : '--as <person>';
  const say = (message: string, hint: string): AnswerError => ({ reason, message, hint });
  switch (refusal.reason) {
    case 'not-in-this-status':
      if (refusal.wanted === 'resolve' && refusal.status === 'resolved') {
        return say(`${id} is resolved already.`, `To see what is left to do: incident show ${id}`);
      }
      return say(
        `${wordsFor(refusal.wanted)} is not possible while ${id} is ${refusal.status}; it is possible while it is ${list(refusal.allowed)}.`,
        refusal.status === 'closed'
          ? 'Closed is final: a new alert, or `incident declare`, makes a new incident.'
          : refusal.status === 'resolved'
            ? `To go back to work on it: incident reopen ${id} --because "…"`
            : `To see where it stands: incident show ${id}`,
      );
    case 'already-merged':
      return say(
        `${id} was closed as a duplicate of ${refusal.into}.`,
        `Go on with that one: incident show ${refusal.into}`,
      );
    case 'merge-into-itself':
      return say(`${id} cannot be merged into itself.`, `incident merge ${id} --into <another incident>`);
    case 'same-severity':
      return say(`${id} is ${refusal.severity} already.`, `To see why: incident show ${id}`);
    case 'reason-missing':
      return say(`The record needs ${refusal.wanted}.`, `Say it with ${refusal.flag}`);
    case 'in-the-future':
      return say(
        `${refusal.at} has not happened yet: it is ${refusal.now}.`,
        'Give --happened-at as UTC (2026-11-23T03:04:00Z) or with an offset (2026-11-23T05:04:00+02:00).',
      );
    case 'no-such-entry':
      return say(
        `The timeline has no entry ${refusal.seq}; the last one is ${refusal.last_seq}.`,
        `To see the numbers: incident timeline ${id}`,
      );
    case 'no-such-mitigation':
      return refusal.mitigation === null
        ? say(
            `Nothing has been proposed for ${id} yet.`,
            `incident mitigate propose ${id} --workflow smartspec_rollback --arg failed-deployment-id=…`,
          )
        : say(
            `${id} has no mitigation ${refusal.mitigation}; it has ${list(refusal.known)}.`,
            `To see them: incident show ${id}`,
          );
    case 'mitigation-unclear':
      return say(
        `Several mitigations could be meant: ${list(refusal.known)}.`,
        `Name one, e.g. incident mitigate run ${id} ${refusal.known[0] ?? 'M1'}`,
      );
    case 'approval-outdated':
    case 'signature-missing':
    case 'signature-invalid':
    case 'signature-reused':
    case 'signature-expired':
    case 'identity-mismatch':
    case 'override-not-allowed':
    case 'not-automatic':
    case 'pre-check-failed':
      return explainGate(refusal, id, approveWith);
    case 'not-approved':
      return say(
        `${refusal.mitigation} has ${refusal.have} of ${refusal.need} approvals.`,
        `incident mitigate approve ${id} ${refusal.mitigation} ${approveWith}`,
      );
    case 'approval-expired':
      return say(
        `The approval of ${refusal.mitigation} expired at ${refusal.expired_at}.`,
        `If it is still right: incident mitigate approve ${id} ${refusal.mitigation} ${approveWith}`,
      );
    case 'not-allowed-to-approve':
      if (refusal.allowed.includes(nobody)) {
        return say(
          'The approvals in the configuration file are wrong, so nobody may approve until they are put right.',
          'incident doctor',
        );
      }
      return refusal.person === null
        ? say('An approval needs to know whose it is.', `incident mitigate approve ${id} --as <person>`)
        : say(
            `${refusal.person} may not approve mitigations.`,
            `Ask ${list(refusal.allowed)}: incident mitigate approve ${id} --as ${refusal.allowed[0] ?? '<person>'}`,
          );
    case 'proposer-may-not-approve':
      return say(
        `${refusal.person} proposed it, and at ${refusal.severity} somebody else must approve.`,
        `incident mitigate approve ${id} --as <another person>`,
      );
    case 'already-approved-by':
      return say(
        `${refusal.person} has approved ${refusal.mitigation} already.`,
        `incident mitigate run ${id} ${refusal.mitigation} --apply`,
      );
    case 'already-run':
      return say(
        `${refusal.mitigation} is ${refusal.state}; what was approved runs once and never again.`,
        `To run it again, propose it again: incident mitigate propose ${id} …`,
      );
    case 'still-running':
      return say(
        `${refusal.mitigation} was started and its end is not on record.`,
        `Find out how it ended, then: incident mitigate outcome ${id} ${refusal.mitigation} --worked|--no-effect|--worse --text "…"`,
      );
    case 'not-verified':
      return say(
        {
          none: `Nothing on record says that ${id} is healthy again.`,
          failed: `The latest verification, at ${refusal.since ?? 'an unknown time'}, did not pass.`,
          outdated: `Something happened at ${refusal.since ?? 'an unknown time'}, after the latest verification.`,
        }[refusal.last],
        `incident verify ${id}, or incident verify ${id} --attest "how I know"`,
      );
    case 'no-such-action':
      return say(
        `${id} has no action item ${refusal.action}${refusal.known.length === 0 ? '' : `; it has ${list(refusal.known)}`}.`,
        `To see them: incident action list ${id}`,
      );
    case 'action-already-settled':
      return say(`${refusal.action} is ${refusal.state} already.`, `To see why: incident action list ${id}`);
    case 'post-mortem-not-final':
      return say(
        `An incident that reached ${refusal.severity} is closed with its post-mortem (required from ${refusal.required_from}), and it ${refusal.state === 'none' ? 'is not written' : 'is a draft'}.`,
        refusal.state === 'none'
          ? `incident post-mortem draft ${id}`
          : `incident post-mortem finalize ${id} --as <person>`,
      );
    case 'post-mortem-not-drafted':
      return say('There is no draft to finalise.', `incident post-mortem draft ${id}`);
    case 'post-mortem-already-final':
      return say('The post-mortem is final.', `A correction is a note: incident note ${id} "…"`);
    case 'findings-open':
      return say(
        `${refusal.blocking} ${refusal.blocking === 1 ? 'finding blocks' : 'findings block'} the final report. The first: ${refusal.first}`,
        `incident post-mortem lint ${id} shows them with a rewrite for each`,
      );
    case 'nothing-to-record':
      return say(`There is nothing to record: ${refusal.wanted} is missing.`, 'See --help for an example.');
  }
}

/** What trouble with the disk means for the person who typed the command. */
export function explainTrouble(
  reason: TroubleReason,
  path: string,
  detail: string,
): AnswerError & { readonly exit_code: ExitCode } {
  const say = (message: string, hint: string, exit_code: ExitCode = exitCodes.unsuccessful) => ({
    reason,
    message,
    hint,
    exit_code,
  });
  switch (reason) {
    case 'database-unreachable':
    case 'database-refused':
    case 'database-busy':
    case 'database-full':
    case 'database-read-only':
    case 'database-too-new':
    case 'database-faulty':
    case 'database-not-configured':
    case 'database-client-missing':
      return { ...explainDatabase(reason, path, detail), exit_code: exitCodes.unsuccessful };
    case 'disk-full':
      return say(
        `The disk is full at ${path}; nothing was recorded.`,
        'Free some space and type the same command again.',
      );
    case 'read-only':
      return say(`${path} is read-only; nothing was recorded.`, 'Run it where .spec/reports can be written.');
    case 'no-permission':
      return say(`No permission at ${path}; nothing was recorded.`, 'Run it as the owner of .spec/reports.');
    case 'input-output-error':
      return say(
        `The disk reported an error at ${path}; the command is not acknowledged.`,
        'Check the disk; repeating the command is safe.',
      );
    case 'folder-vanished':
      return say(`${path} disappeared meanwhile; nothing was recorded.`, 'Type the same command again.');
    case 'links-not-supported':
      return say(
        `The file system at ${path} has no hard links, which the record needs.`,
        'Put .spec/reports on a local file system.',
      );
    case 'symlink-in-path':
      return say(
        `${path} is a symbolic link; records are never written through one.`,
        'Replace the link by a real folder.',
        exitCodes.refused,
      );
    case 'unsafe-permissions':
      return say(
        `${path} can be changed by others. ${detail}`,
        'Make it yours alone, then type the command again.',
        exitCodes.refused,
      );
    case 'record-locked':
      return say(
        `${detail}`,
        'Set the variable that holds the key, then type the same command again; incident audit verify checks the chain without it.',
        exitCodes.wrongUsage,
      );
    case 'record-damaged':
      return say(
        `The record at ${path} does not verify: ${detail}`,
        'incident audit verify names the first entry that does not fit.',
        exitCodes.integrity,
      );
  }
}

function wordsFor(command: string): string {
  const text = command.replaceAll('-', ' ');
  return `"${text}"`;
}

function list(words: readonly string[]): string {
  if (words.length === 0) return 'none';
  return words.length === 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
