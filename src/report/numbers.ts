/** Numbers that are gathered one by one, eight bytes each however many there are. */
export class Numbers {
  #held = new Float64Array(16);
  #size = 0;

  add(more: ArrayLike<number>): void {
    const size = this.#size + more.length;
    if (size > this.#held.length) {
      const wider = new Float64Array(Math.max(size, this.#held.length * 2));
      wider.set(this.#held.subarray(0, this.#size));
      this.#held = wider;
    }
    this.#held.set(more, this.#size);
    this.#size = size;
  }

  /** From the smallest to the largest. */
  sorted(): Float64Array {
    return this.#held.subarray(0, this.#size).sort();
  }
}
