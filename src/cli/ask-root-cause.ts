import { cancel, intro, isCancel, log, outro, text } from '@clack/prompts';
import type { EventData } from '../incident/event.ts';
import type { Incident } from '../incident/incident.ts';
import { checkBlame } from '../report/blame/check-blame.ts';
import { stripControls } from '../sanitise/terminal-safe.ts';

type Findings = EventData['root-cause.recorded'];

/** Asks a person at a terminal through the root cause; null when they leave. */
export async function askRootCause(incident: Incident, people: readonly string[]): Promise<Findings | null> {
  intro(`Root cause of ${incident.id}: ${stripControls(incident.title)}`);
  log.info('Conditions, not people. An empty answer goes on to the next question.');
  const noted = describeNotes(incident);
  if (noted.length > 0) log.info(`What was noted; "#7" in an answer points at entry 7:\n${noted.join('\n')}`);
  try {
    const trigger =
      incident.root_cause?.trigger == null
        ? await ask('What set it off? (as a statement about the system)', people)
        : null;
    const factors = await askSeveral(
      'Which standing condition let it happen? (technical, process, tooling, organisation, external)',
      people,
    );
    if (incident.contributing_factors.length + factors.length < 2) {
      log.warn('Incidents rarely have one cause. What else had to be true: a limit, an alert, a test, a hand-over?');
      factors.push(...(await askSeveral('Which other condition let it happen?', people)));
    }
    const whys = await askSeveral('Why was that possible?', people);
    if (endsAtPerson(whys.at(-1) ?? '')) {
      log.warn('The chain ends at a person. What made it the likely thing to do?');
      whys.push(...(await askSeveral('Why was that possible?', people)));
    }
    const went_well = await askSeveral('What went well?', people);
    const was_difficult = await askSeveral('What was difficult, or came as a surprise?', people);
    const got_lucky = await askSeveral('Where were we lucky?', people);
    outro('Thank you. Answer each factor with: incident action add "…" --for 1');
    return { trigger, factors, whys, went_well, was_difficult, got_lucky };
  } catch (error) {
    if (!(error instanceof Left)) throw error;
    cancel('Nothing was recorded.');
    return null;
  }
}

/** The notes of the response, latest last, short enough to choose from. */
function describeNotes({ timeline }: Incident): readonly string[] {
  return timeline
    .filter(({ type }) => type === 'note.added' || type === 'mitigation.judged')
    .slice(-12)
    .map(({ seq, text }) => `#${seq} ${stripControls(text).slice(0, 90)}`);
}

/** Ctrl-C at a question. */
class Left extends Error {}

async function ask(message: string, people: readonly string[]): Promise<string | null> {
  for (;;) {
    const given = await text({ message, placeholder: 'Enter to go on' });
    if (isCancel(given)) throw new Left();
    const answer = (given ?? '').trim();
    if (answer === '') return null;
    const [finding] = checkBlame(answer, { people }).filter(({ tier }) => tier !== 'info');
    if (finding === undefined) return answer;
    log.warn(`"${finding.text}": ${finding.why}\nInstead: ${finding.suggestion}`);
  }
}

async function askSeveral(message: string, people: readonly string[]): Promise<string[]> {
  const answers: string[] = [];
  for (let next = await ask(message, people); next !== null; next = await ask(message, people)) answers.push(next);
  return answers;
}

function endsAtPerson(why: string): boolean {
  return /\b(?:he|she|they|someone|nobody|engineer|operator|developer|responder|person|people|human)\b/i.test(why);
}
