// Sets the clock of one process ahead by CLOCK_SHIFT seconds, so that hours go by between two calls without waiting.
const Real = globalThis.Date;
const ahead = Number(process.env.CLOCK_SHIFT ?? 0) * 1000;

globalThis.Date = class extends Real {
  constructor(...given) {
    super(...(given.length === 0 ? [Real.now() + ahead] : given));
  }

  static now() {
    return Real.now() + ahead;
  }
};
