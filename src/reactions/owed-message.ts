import type { ClaimedMessage } from '../incident/event.ts';
import type { Audience, Channel, MessageKind } from '../notify/notifier.ts';

/** One message to one recipient that is due now. */
export interface OwedMessage extends ClaimedMessage {
  readonly channel: Channel;
  readonly kind: MessageKind;
  readonly audience: Audience;
  /** True when an earlier attempt may have got through. */
  readonly maybe_repeated: boolean;
}

/** A message that will not be sent, as it goes on record. */
export interface OwedNotice {
  readonly type: 'notification.suppressed' | 'notification.expired' | 'notification.failed';
  readonly key: string;
  readonly to: string;
  readonly channel: string;
  readonly reason: string;
  readonly re: number;
  readonly attempt: number;
  readonly times?: number;
}

/** Stands for a channel where a message had none. */
export const noChannel = 'none';

/** The name of one message: the reaction it belongs to, the way it goes and whom it is for; the same for ever. */
export function messageKey(reaction: string, channel: string, via: string | null, to: string): string {
  return `${reaction}/${via === null ? channel : `${channel}:${via}`}/${to}`;
}

/** The reaction that a message belongs to: everything before the first slash of its key. */
export function reactionOf(key: string): string {
  const slash = key.indexOf('/');
  return slash === -1 ? key : key.slice(0, slash);
}
