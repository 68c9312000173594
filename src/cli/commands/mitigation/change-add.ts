import { answer } from '../../answer.ts';
import type { Action } from '../../command-spec.ts';
import { type Input, textOf } from '../../input.ts';
import { sayMoment } from '../../say-moment.ts';
import { readMoment, whoAsks } from '../../who-and-when.ts';
import { WrongUsage } from '../../wrong-usage.ts';

const longest = { text: 500, name: 200 } as const;

/** `change add "text" --deployment-id … --at …`: a change that may turn out to have caused something. */
export const changeAdd: Action = async (input, house) => {
  const text = input.args.join(' ').trim();
  if (text === '') {
    throw new WrongUsage(
      'nothing-to-record',
      'What was changed?',
      'incident change add "checkout v2.4.1" --service checkout --deployment-id deploy-12345',
    );
  }
  const now = house.now();
  const at = textOf(input, 'at') ?? textOf(input, 'happenedAt');
  const word = (flag: string): string | null => readName(input, flag, house.redact);
  const change = {
    text: oneLine(house.redact(text.slice(0, 4000))).slice(0, longest.text),
    at: at === null ? now : readMoment(at, '--at'),
    recorded_at: now,
    by: whoAsks(input, house),
    service: word('service'),
    spec_id: null,
    deployment_id: word('deploymentId'),
    version: word('version'),
    previous_version: word('fromVersion'),
  };
  const { outcome, path } = await house.changes.add(change);
  return answer(outcome === 'added' ? 'change-added' : 'change-known', {
    headline: false,
    lines: [`${outcome === 'added' ? 'on record' : 'known already'}: ${change.text}, ${sayMoment(change.at)}`],
    more: { change },
    files: path === null ? {} : { change: path },
  });
};

/** What stands in a name may become an argument of a workflow, so nothing invisible is taken. */
function readName(input: Input, flag: string, redact: (text: string) => string): string | null {
  const typed = textOf(input, flag);
  if (typed === null) return null;
  const name = redact(typed.trim());
  if (name !== '' && name.length <= longest.name && !/\p{C}/u.test(name)) return name;
  const shown = `--${flag.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw new WrongUsage(
    'bad-name',
    `${shown} is empty, too long, or holds control characters.`,
    'Example: deploy-12345',
  );
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
}
