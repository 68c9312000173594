/** The first and the last bytes of a stream of any length, in memory that does not grow with it. */
export class HeadAndTail {
  #total = 0;
  #headLength = 0;
  readonly #head: Buffer;
  readonly #tail: Buffer;

  constructor(headBytes: number, tailBytes: number) {
    this.#head = Buffer.alloc(headBytes);
    this.#tail = Buffer.alloc(tailBytes);
  }

  /** Bytes seen so far, kept or not. */
  get total(): number {
    return this.#total;
  }

  /** Bytes that are in neither part. */
  get leftOut(): number {
    return Math.max(0, this.#total - this.#headLength - this.#tail.length);
  }

  write(chunk: Uint8Array): void {
    const forHead = Math.min(chunk.length, this.#head.length - this.#headLength);
    this.#head.set(chunk.subarray(0, forHead), this.#headLength);
    this.#headLength += forHead;
    const beyond = chunk.subarray(forHead);
    const size = this.#tail.length;
    if (size > 0 && beyond.length > 0) {
      const kept = beyond.subarray(Math.max(0, beyond.length - size));
      const at = (this.#total + forHead + beyond.length - kept.length - this.#headLength) % size;
      const untilEnd = Math.min(kept.length, size - at);
      this.#tail.set(kept.subarray(0, untilEnd), at);
      this.#tail.set(kept.subarray(untilEnd), 0);
    }
    this.#total += chunk.length;
  }

  head(): Buffer {
    return this.#head.subarray(0, this.#headLength);
  }

  tail(): Buffer {
    const written = this.#total - this.#headLength;
    const size = this.#tail.length;
    if (written <= size) return this.#tail.subarray(0, written);
    const at = written % size;
    return Buffer.concat([this.#tail.subarray(at), this.#tail.subarray(0, at)]);
  }
}
