// Loaded before the program: a machine whose clock is off by WRONG_CLOCK milliseconds.
const off = Number(process.env.WRONG_CLOCK ?? 0);
const RightDate = Date;

globalThis.Date = class extends RightDate {
  constructor(...given) {
    if (given.length === 0) super(RightDate.now() + off);
    else super(...given);
  }

  static now() {
    return RightDate.now() + off;
  }
};
