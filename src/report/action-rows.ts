import type { Incident } from '../incident/incident.ts';
import { displayName, type KnownPeople } from './people.ts';
import { plainText } from './plain-text.ts';
import type { Quoting } from './quote.ts';
import type { Words } from './words/words.ts';

export interface ActionRows {
  readonly open: readonly {
    readonly id: string;
    readonly text: string;
    readonly type: string;
    readonly priority: string;
    readonly owner: string;
    readonly due: string;
    readonly ticket: string;
    readonly end_state: string;
    readonly factor: string;
    readonly state: string;
  }[];
  readonly dropped: readonly { readonly id: string; readonly text: string; readonly because: string }[];
}

/** The action items as tables: what will be or was done, and what was decided against. */
export function actionRows(incident: Incident, people: KnownPeople, quoting: Quoting, words: Words): ActionRows {
  const said = (text: string): string => quoting.narrate(text) ?? words.say.left_out_here;
  const orMissing = (text: string | null): string =>
    text === null || text.trim() === '' ? words.action.missing : plainText(text);
  return {
    open: incident.action_items
      .filter(({ state }) => state !== 'dropped')
      .map((action) => ({
        id: action.id,
        text: said(action.text),
        type: action.type === null ? words.action.missing : words.action[action.type],
        priority: orMissing(action.priority),
        owner: orMissing(action.owner === null ? null : displayName(action.owner, people)),
        due: orMissing(action.due),
        ticket: orMissing(action.ticket),
        end_state: action.end_state === null ? words.action.missing : said(action.end_state),
        factor: action.factor === null ? words.say.none : String(action.factor),
        state: words.action[action.state],
      })),
    dropped: incident.action_items
      .filter(({ state }) => state === 'dropped')
      .map(({ id, text, because }) => ({ id, text: said(text), because: said(because ?? words.say.unknown) })),
  };
}
