/** A moment as people read it: to the minute, in UTC. */
export function sayMoment(at: string): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`;
}
