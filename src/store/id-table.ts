/**
 * Numbers by incident id, in a few bytes each: lists and examinations of everything look up as many ids as there are
 * records, and a Map of texts would need ten times as much.
 */
export class IdTable {
  #size = 0;
  #days = new Uint32Array(1024);
  #codes = new Uint32Array(1024);
  #values = new Float64Array(1024);
  /** Ids that do not fit into two numbers. */
  readonly #others = new Map<string, number>();

  /** The number kept for an id; undefined when there is none. */
  get(id: string): number | undefined {
    const packed = pack(id);
    if (packed === null) return this.#others.get(id);
    const place = this.#find(packed);
    return this.#codes[place] === 0 ? undefined : this.#values[place];
  }

  set(id: string, value: number): void {
    const packed = pack(id);
    if (packed === null) {
      this.#others.set(id, value);
      return;
    }
    if (this.#size * 2 >= this.#codes.length) this.#grow();
    this.#put(packed, value);
  }

  #put(packed: Packed, value: number): void {
    const place = this.#find(packed);
    if (this.#codes[place] === 0) this.#size += 1;
    this.#days[place] = packed.day;
    this.#codes[place] = packed.code;
    this.#values[place] = value;
  }

  /** Where an id stands, or the free place where it would. */
  #find({ day, code }: Packed): number {
    const last = this.#codes.length - 1;
    let place = (Math.imul(day ^ Math.imul(code, 0x9e3779b1), 0x85ebca6b) >>> 7) & last;
    while (this.#codes[place] !== 0 && (this.#codes[place] !== code || this.#days[place] !== day)) {
      place = (place + 1) & last;
    }
    return place;
  }

  #grow(): void {
    const [days, codes, values] = [this.#days, this.#codes, this.#values];
    this.#days = new Uint32Array(codes.length * 2);
    this.#codes = new Uint32Array(codes.length * 2);
    this.#values = new Float64Array(codes.length * 2);
    this.#size = 0;
    codes.forEach((code, place) => {
      if (code !== 0) this.#put({ day: days[place] ?? 0, code }, values[place] ?? 0);
    });
  }
}

interface Packed {
  readonly day: number;
  /** Never 0, which stands for a free place. */
  readonly code: number;
}

/** `INC-20261123-7KQ2MX` as two numbers of 32 bits; null for the longer ids that do not fit. */
function pack(id: string): Packed | null {
  const [, day, letters] = /^INC-(\d{8})-([0-9A-Z]{1,6})$/.exec(id) ?? [];
  if (day === undefined || letters === undefined) return null;
  let code = 0;
  for (const letter of letters) code = code * 37 + Number.parseInt(letter, 36) + 1;
  return { day: Number(day), code };
}
