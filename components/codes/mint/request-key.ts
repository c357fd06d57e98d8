import { v4 } from "uuid";

/**
 * One key per filled-in form: asking again with the same input keeps the key, so
 * that a second click or a lost answer finds the first one's code; other input
 * gets a new one, and so does the next form once an answer has come.
 */
export class RequestKeys {
  #current: { fingerprint: string; key: string } | null = null;

  keyFor(input: unknown): string {
    const fingerprint = JSON.stringify(input);
    if (this.#current?.fingerprint !== fingerprint) this.#current = { fingerprint, key: v4() };
    return this.#current.key;
  }

  answered(): void {
    this.#current = null;
  }
}
