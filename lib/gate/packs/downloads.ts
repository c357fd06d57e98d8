/** Each holds some megabytes while it waits for a slow client. */
const AT_ONCE = 40;
/** Programs that download in several pieces. */
const OF_A_LINK_AT_ONCE = 8;

/** Counts the downloads under way in this process, so that memory stays within bounds and no link takes it all. */
export class Downloads {
  readonly #countOf = new Map<string, number>();
  #count = 0;

  /** False when there are too many; else `end` must be called once. */
  begin(linkId: string): boolean {
    const ofLink = this.#countOf.get(linkId) ?? 0;
    if (this.#count >= AT_ONCE || ofLink >= OF_A_LINK_AT_ONCE) return false;
    this.#count += 1;
    this.#countOf.set(linkId, ofLink + 1);
    return true;
  }

  end(linkId: string): void {
    const ofLink = (this.#countOf.get(linkId) ?? 0) - 1;
    this.#count -= 1;
    if (ofLink > 0) this.#countOf.set(linkId, ofLink);
    else this.#countOf.delete(linkId);
  }
}
