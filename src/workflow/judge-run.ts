import type { WorkflowOutcome } from '../incident/event.ts';
import type { ProcessEnd } from './run-process.ts';
import type { SiblingSummary } from './sibling-summary.ts';

/** What is known when a run is over. */
export interface RunEvidence {
  readonly workflow: string;
  readonly command: readonly string[];
  readonly end: ProcessEnd;
  readonly seconds: number;
  readonly timeoutSeconds: number;
  readonly leftProcesses: boolean;
  readonly summary: SiblingSummary | null;
}

/**
 * Says how a run went, in one word and one sentence.
 *
 * A program that came to its own end is judged by its own summary first and by its exit code where the summary is
 * silent. One that was cut short never counts as carried out, whatever it wrote before.
 */
export function judgeRun(evidence: RunEvidence): { readonly outcome: WorkflowOutcome; readonly text: string } {
  const { workflow, end, summary, timeoutSeconds } = evidence;
  const took = `after ${inSeconds(evidence.seconds)}`;
  const claims = summary === null ? '' : ` Its summary says “${summary.status}”.`;
  switch (end.kind) {
    case 'not-started':
      return { outcome: 'not-started', text: `${workflow} was not started: ${whyNotStarted(end.code)}.` };
    case 'aborted':
      return {
        outcome: 'aborted',
        text: `${workflow} was called off ${took} and ended with all it had started.${claims}`,
      };
    case 'timed-out':
      return {
        outcome: 'timed-out',
        text: `${workflow} did not finish within ${inSeconds(timeoutSeconds)} and was ended with all it had started.${claims}`,
      };
    case 'killed':
      return { outcome: 'failed', text: `${workflow} was ended by ${signalInWords(end.signal)} ${took}.${claims}` };
    case 'exited':
      return judgeExit(evidence, end.code, took);
  }
}

function judgeExit(evidence: RunEvidence, code: number, took: string): { outcome: WorkflowOutcome; text: string } {
  const { workflow, command, summary } = evidence;
  const left = evidence.leftProcesses ? ' It left processes behind, which were ended.' : '';
  const reason = summary?.reason ? `: ${summary.reason}` : '';
  if (summary?.mode === 'preview' && command.includes('--apply')) {
    const text = `${workflow} only previewed although it was told to apply (exit code ${code}, ${took}).${left}`;
    return { outcome: 'failed', text };
  }
  if (summary?.verdict) {
    const outcome = summary.verdict === 'bad' ? 'failed' : 'succeeded';
    const disagrees = (code === 0) !== (outcome === 'succeeded');
    const believed = disagrees ? ` Its exit code ${code} says otherwise; the summary is believed.` : '';
    const verb = outcome === 'failed' ? 'failed' : 'succeeded';
    const text = `${workflow} ${verb} ${took}; its summary says “${summary.status}”${versions(summary)}${reason}.`;
    return { outcome, text: text.replace(/([.!?…])\.$/, '$1') + believed + left };
  }
  return code === 0
    ? { outcome: 'succeeded', text: `${workflow} succeeded ${took} (exit code 0, no summary).${left}` }
    : { outcome: 'failed', text: `${workflow} failed with exit code ${code} ${took}${meaningOf(code)}.${left}` };
}

function versions({ from_version, to_version }: SiblingSummary): string {
  if (to_version === null) return '';
  return from_version === null ? ` (to ${to_version})` : ` (from ${from_version} to ${to_version})`;
}

function whyNotStarted(code: string): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'the program, the interpreter it names or the project folder does not exist (ENOENT)',
    EACCES: 'the program may not be executed (EACCES)',
    EPERM: 'the system does not permit it (EPERM)',
    ENOEXEC: 'the program is neither a binary nor a script that names its interpreter (ENOEXEC)',
    E2BIG: 'its arguments are too long (E2BIG)',
    EINVAL: 'its arguments or environment hold what no program can be given (EINVAL)',
    EAGAIN: 'the system has no room for another process (EAGAIN)',
    ENOMEM: 'the system has no memory left (ENOMEM)',
  };
  return Object.hasOwn(reasons, code) ? (reasons[code] ?? code) : `the system answered ${code}`;
}

function meaningOf(code: number): string {
  if (code === 126) return ' (a command in it may not be executed)';
  if (code === 127) return ' (a command in it was not found)';
  return code > 128 && code < 160 ? ` (something in it was ended by signal ${code - 128})` : '';
}

function signalInWords(signal: string): string {
  const causes: Readonly<Record<string, string>> = {
    SIGKILL: ' (killed from outside, often for lack of memory)',
    SIGTERM: ' (asked to end from outside)',
    SIGSEGV: ' (it crashed)',
    SIGABRT: ' (it gave up by itself)',
    SIGINT: ' (interrupted)',
    SIGPIPE: ' (nobody read its output)',
  };
  return `signal ${signal}${Object.hasOwn(causes, signal) ? causes[signal] : ''}`;
}

function inSeconds(seconds: number): string {
  if (seconds < 10) return `${Math.round(seconds * 10) / 10} s`;
  return seconds < 120 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
