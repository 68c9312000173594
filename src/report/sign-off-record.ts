import type { Incident } from '../incident/incident.ts';
import { textOf } from './describe-entry.ts';
import { displayName, type KnownPeople } from './people.ts';
import { plainText, plainTime } from './plain-text.ts';
import type { Quoting } from './quote.ts';
import { inOrder } from './timeline-rows.ts';
import { fill, type Words } from './words/words.ts';

/** Who wrote, reviewed and signed the report, on which check of its wording. */
export interface SignOffRecord {
  /** Which rules the wording was checked with. */
  readonly rules: string;
  /** Findings that were let stand, each with the reason. */
  readonly accepted: readonly string[];
  readonly versions: readonly {
    readonly version: string;
    readonly at: string;
    readonly what: string;
    readonly who: string;
  }[];
  /** The sign-off in a sentence, or that there is none yet. */
  readonly signed: string;
}

const mostVersions = 20;

/** The way of a report from its first draft to the sign-off; names stand here because people answer for it. */
export function signOffRecord(
  incident: Incident,
  people: KnownPeople,
  quoting: Pick<Quoting, 'narrate'>,
  ruleSet: string,
  words: Words,
): SignOffRecord {
  const { post_mortem } = incident;
  const names = (list: readonly string[]): string =>
    list.map((person) => displayName(person, people)).join(words.say.list);
  const milestones = inOrder(incident.timeline).flatMap((entry) => {
    const at = plainTime(entry.at) ?? words.say.unknown;
    const who = entry.by === null ? words.role.system : plainText(displayName(entry.by, people), 80);
    switch (entry.type) {
      case 'post-mortem.drafted':
        return [{ version: textOf(entry.data, 'version'), at, what: words.post_mortem_state.draft, who }];
      case 'post-mortem.scheduled': {
        const meeting = plainTime(textOf(entry.data, 'starts_at')) ?? words.say.unknown;
        return [
          {
            version: '',
            at,
            what: fill(entry.data['called_off'] === true ? words.review.called_off : words.review.called, {
              at: meeting,
            }),
            who,
          },
        ];
      }
      case 'post-mortem.finalized':
        return [{ version: textOf(entry.data, 'version'), at, what: words.post_mortem_state.final, who }];
      default:
        return [];
    }
  });
  const final = incident.timeline.findLast(({ type }) => type === 'post-mortem.finalized');
  const check = post_mortem.check ?? null;
  return {
    rules: fill(words.review.rules, { rules: check?.rule_set ?? ruleSet }),
    accepted: (check?.accepted ?? []).map(({ key, reason }) =>
      fill(words.review.accepted, {
        category: plainText(key.slice(0, key.indexOf(':')), 60),
        reason: quoting.narrate(reason) ?? words.say.left_out_here,
      }),
    ),
    versions: milestones.slice(-mostVersions),
    signed:
      final === undefined
        ? words.review.unsigned
        : fill(words.review.signed, {
            version: post_mortem.version,
            at: plainTime(final.at) ?? words.say.unknown,
            names: plainText(names(post_mortem.reviewers)),
          }),
  };
}
