/** Something was typed wrong: what, where, and what would be right. Caught once, at the door. */
export class WrongUsage extends Error {
  readonly reason: string;
  readonly hint: string;

  constructor(reason: string, message: string, hint: string) {
    super(message);
    this.name = 'WrongUsage';
    this.reason = reason;
    this.hint = hint;
  }
}
