import { type Failed, failed } from './delivery-fault.ts';
import type { Delivery, Message } from './notifier.ts';

/** Remembers who asked for a pause, so that the messages that follow in the same call do not knock all the same. */
export interface RatePauses {
  /** The outcome of a message whose recipient is still pausing; null when it may be sent. */
  refuse(message: Message): Failed | null;
  note(message: Message, delivery: Delivery): void;
}

/** Opens the memory; it lasts as long as the process, by a clock that nobody sets. */
export function openRatePauses(): RatePauses {
  const until = new Map<string, number>();
  const recipient = ({ channel, via, to }: Message): string => JSON.stringify([channel, via, to]);
  return {
    refuse: (message) => {
      const seconds = ((until.get(recipient(message)) ?? 0) - performance.now()) / 1000;
      if (seconds <= 0) return null;
      const detail = `The ${message.channel} recipient asked for a pause, which lasts for another ${Math.ceil(seconds)} s.`;
      return failed('rate-limited', detail, { retry: true, retryAfter: seconds });
    },
    note: (message, delivery) => {
      if (delivery.ok || delivery.reason !== 'rate-limited' || delivery.retry_after === null) return;
      until.set(recipient(message), performance.now() + delivery.retry_after * 1000);
    },
  };
}
