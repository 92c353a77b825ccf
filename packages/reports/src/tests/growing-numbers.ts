const FIRST_CAPACITY = 64;

/** Numbers in the order in which they were added, 8 bytes each. */
export class GrowingNumbers {
  #numbers = new Float64Array(FIRST_CAPACITY);
  #length = 0;

  add(value: number): void {
    if (this.#length === this.#numbers.length) {
      // The old memory is given back at once, not when it pleases the garbage collector.
      this.#numbers = new Float64Array(this.#numbers.buffer.transfer(this.#numbers.byteLength * 2));
    }
    this.#numbers[this.#length] = value;
    this.#length += 1;
  }

  /** All of them, in memory that is no larger. Nothing may be added afterwards. */
  finish(): Float64Array {
    this.#numbers = new Float64Array(this.#numbers.buffer.transfer(this.#length * 8));
    return this.#numbers;
  }
}
