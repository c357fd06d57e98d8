import { InvalidInputError } from "@/lib/core/errors";

const MOST_BYTES = 64 * 1024 * 1024;
const FIRST_BYTES = 64 * 1024;

/** Very many texts, found by their number, as bytes side by side: a tenth of what strings would take. */
export class TextPool {
  #bytes = Buffer.alloc(FIRST_BYTES);
  #ends = new Uint32Array(FIRST_BYTES);
  #count = 0;

  /** Throws `fileBomb` where no sheet of the allowed size could hold so much. */
  add(text: string): void {
    const start = this.#endOf(this.#count - 1);
    const end = start + Buffer.byteLength(text);
    // Empty texts need room as well.
    if (end + 4 * this.#count > MOST_BYTES) throw new InvalidInputError("fileBomb", "rows");
    if (end > this.#bytes.length) this.#growBytes(end);
    if (this.#count === this.#ends.length) this.#growEnds();
    this.#bytes.write(text, start);
    this.#ends[this.#count] = end;
    this.#count += 1;
  }

  /** Empty where there is none of this number. */
  at(index: number): string {
    return this.#bytes.toString("utf8", this.#endOf(index - 1), this.#endOf(index));
  }

  #endOf(index: number): number {
    return index < 0 || index >= this.#count ? 0 : (this.#ends[index] ?? 0);
  }

  #growBytes(least: number): void {
    const grown = Buffer.alloc(Math.max(least, 2 * this.#bytes.length));
    this.#bytes.copy(grown);
    this.#bytes = grown;
  }

  #growEnds(): void {
    const grown = new Uint32Array(2 * this.#ends.length);
    grown.set(this.#ends);
    this.#ends = grown;
  }
}
