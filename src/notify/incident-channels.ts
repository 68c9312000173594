import type { Failed } from './delivery-fault.ts';
import type { Delivery, Message } from './notifier.ts';

/** A channel of an incident's own. */
export interface IncidentChannel {
  readonly ok: true;
  /** Slack's id, to which messages can be sent. */
  readonly channel: string;
  readonly name: string;
  /** False when it was there already. */
  readonly created: boolean;
  /** Sentences about what could not be done besides, e.g. a topic that could not be set. */
  readonly warnings: readonly string[];
}

/** The channels that incidents get of their own. Everything here may be repeated: what is done already is left as it is. */
export interface IncidentChannels {
  /** Creates the channel, or finds the one that an earlier attempt created; sets its topic. */
  open(order: { readonly incident_id: string; readonly topic: string }): Promise<IncidentChannel | Failed>;
  /** Sets the topic anew, e.g. after the severity changed. */
  setTopic(channel: string, topic: string): Promise<{ readonly ok: true } | Failed>;
  /** Invites one person by their Slack id; whoever is there already is left alone. */
  invite(channel: string, user: string): Promise<{ readonly ok: true } | Failed>;
  /** Posts and pins the summary, or brings the one at `reference` up to date; gives the reference to keep. */
  keepSummary(channel: string, message: Message, reference: string | null): Promise<Delivery>;
  archive(channel: string): Promise<{ readonly ok: true } | Failed>;
  close(): Promise<void>;
}
