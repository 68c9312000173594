import type { Answer } from './answer.ts';
import type { ListenSecrets } from './listen/authenticate.ts';

/** What commands need that take more than one payload. */
export interface ReceivingHouse {
  /** Gives some of many answers, at once. */
  readonly say: (...answers: readonly Answer[]) => void;
  /** Standard input as it arrives; ends at once when none is connected. */
  readonly streamStandardInput: () => AsyncIterable<Buffer>;
  readonly newSilenceId: () => string;
  readonly listening: Listening;
}

/** What listening needs from the system. */
export interface Listening {
  /** What senders are told from strangers by, or the variable that should hold it and does not. */
  readonly secrets: () => Promise<ListenSecrets | { readonly missing: string }>;
  /** Makes way for a socket at this path that nobody listens on any more; a sentence where something else is there. */
  readonly clearSocket: (path: string) => Promise<string | null>;
  /** Does something whose files only the owner may use. */
  readonly privately: (work: () => void) => void;
  /** Says something to whoever looks after the program. */
  readonly complain: (line: string) => void;
}
