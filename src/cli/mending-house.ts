import type { ApproverIdentity } from '../incident/event.ts';
import type { ChangeStore } from '../store/change-store.ts';

/** What commands need that let something run. */
export interface MendingHouse {
  readonly changes: ChangeStore;
  readonly caller: Caller;
  readonly signatures: Signatures;
}

/** Whom the calling account belongs to. */
export interface Caller {
  /** A key of `people`; null when the account is nobody's. */
  readonly person: string | null;
  readonly account: string;
}

/** How a name that was given is backed: by the account, or by nothing. */
export type Backing = Extract<ApproverIdentity, 'account' | 'word'>;

/** A signature that fits the text and an allowed signer, or why it does not. */
export type SignatureChecked =
  | { readonly ok: true; readonly signer: string; readonly listed: boolean }
  | { readonly ok: false; readonly reason: string; readonly message: string };

/** SSH signatures, by the system's own ssh-keygen. */
export interface Signatures {
  /** Signs a text with a private key file. */
  readonly sign: (
    text: string,
    key: string,
  ) => Promise<
    | { readonly ok: true; readonly signature: string }
    | { readonly ok: false; readonly reason: string; readonly message: string }
  >;
  /** Checks a signature against the list of allowed signers, as it was valid at the given moment. */
  readonly check: (text: string, signature: string, at: string) => Promise<SignatureChecked>;
}
