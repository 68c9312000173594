import { isAbsolute } from 'node:path';
import { performance } from 'node:perf_hooks';
import { excerptOf } from './excerpt.ts';
import { HeadAndTail } from './head-and-tail.ts';
import { judgeRun } from './judge-run.ts';
import { progressLines } from './progress-lines.ts';
import { noteSummaries, readSiblingSummary } from './read-sibling-summary.ts';
import { type ProcessResult, runProcess } from './run-process.ts';
import { shortenExcerpt } from './shorten-excerpt.ts';
import type { RunOrder, RunResult, WorkflowRunner } from './workflow-runner.ts';

/** Each end of the output that is kept. */
const excerptBytes = 4096;
/** As much of standard output as is searched for a JSON answer. */
const answerBytes = 256 * 1024;

/** Makes the runner that starts real programs. */
export function createCommandRunner(): WorkflowRunner {
  return { run: runCommand };
}

async function runCommand(order: RunOrder): Promise<RunResult> {
  const { workflow, command, cwd, redact } = order;
  const output = new HeadAndTail(excerptBytes, excerptBytes);
  const answer = new HeadAndTail(0, answerBytes);
  const before = noteSummaries(cwd, workflow);
  const progress = startProgress(order);
  const { end, seconds, leftProcesses } = await runSafely(order, (chunk, stream) => {
    output.write(chunk);
    if (stream === 'stdout') answer.write(chunk);
    progress?.[stream].write(chunk);
  });
  progress?.stdout.end();
  progress?.stderr.end();
  const ran = end.kind !== 'not-started';
  const stdout = answer.leftOut === 0 ? answer.tail() : afterFirstLine(answer.tail());
  const summary = ran
    ? readSiblingSummary({ root: cwd, workflow, before, stdout: stdout.toString('utf8'), redact })
    : null;
  const { timeoutSeconds } = order;
  const judged = judgeRun({ workflow, command, end, seconds, timeoutSeconds, leftProcesses, summary });
  return {
    outcome: judged.outcome,
    exit_code: end.kind === 'exited' ? end.code : null,
    text: judged.text,
    excerpt: shortenExcerpt(excerptOf(output, redact), order.mostExcerptCharacters ?? Number.POSITIVE_INFINITY),
    seconds,
    summary,
  };
}

async function runSafely(
  order: RunOrder,
  onOutput: (chunk: Buffer, stream: 'stdout' | 'stderr') => void,
): Promise<ProcessResult> {
  if (!isAbsolute(order.command[0] ?? '')) {
    return { end: { kind: 'not-started', code: 'ENOENT' }, seconds: 0, leftProcesses: false };
  }
  const { command, cwd, env, signal } = order;
  const timeoutMilliseconds = order.timeoutSeconds * 1000;
  return runProcess({ command, cwd, env, timeoutMilliseconds, onOutput, ...(signal ? { signal } : {}) });
}

function startProgress({ onProgress: tell, redact }: RunOrder) {
  if (tell === undefined) return null;
  const clock = (): number => performance.now();
  return { stdout: progressLines({ tell, redact, clock }), stderr: progressLines({ tell, redact, clock }) };
}

function afterFirstLine(bytes: Buffer): Buffer {
  return bytes.subarray(bytes.indexOf('\n') + 1);
}
