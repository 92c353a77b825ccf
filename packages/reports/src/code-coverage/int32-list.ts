const FIRST_CAPACITY = 256;

/** Memory that is kept for what comes next, in numbers. */
const KEPT_CAPACITY = 65_536;

/** Shared, because most source files have no branches, and none but those of Go have blocks. */
const NONE = new Int32Array(0);

/** Whole numbers of 32 bits in the order in which they were added. */
export class Int32List {
  #numbers: Int32Array<ArrayBuffer> = NONE;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(value: number): void {
    if (this.#length === this.#numbers.length) this.#resize(Math.max(FIRST_CAPACITY, this.#length * 2));
    this.#numbers[this.#length] = value;
    this.#length += 1;
  }

  /** All of them, without a copy: to be read before the next one is added. */
  numbers(): Int32Array<ArrayBuffer> {
    return this.#numbers.subarray(0, this.#length);
  }

  /** Puts others in place of all that there are. */
  replace(numbers: Int32Array<ArrayBuffer>): void {
    this.#numbers = numbers;
    this.#length = numbers.length;
  }

  /** Begins anew, in the same memory unless that is a lot. */
  clear(): void {
    this.#length = 0;
    if (this.#numbers.length > KEPT_CAPACITY) this.#resize(0);
  }

  /** The old memory is given back at once, not when it pleases the garbage collector. */
  #resize(capacity: number): void {
    const old = this.#numbers;
    this.#numbers = old === NONE ? new Int32Array(capacity) : new Int32Array(old.buffer.transfer(capacity * 4));
  }
}
