/** Each holds some megabytes while it waits for a slow client. */
const AT_ONCE = 40;
/** Programs that download in several pieces. */
const OF_A_DOOR_AT_ONCE = 8;

/** Counts the downloads under way in this process, so that memory stays within bounds and no door takes it all. */
export class Downloads {
  readonly #countOf = new Map<string, number>();
  #count = 0;

  /** False when there are too many; else `end` must be called once. */
  begin(doorId: string): boolean {
    const ofDoor = this.#countOf.get(doorId) ?? 0;
    if (this.#count >= AT_ONCE || ofDoor >= OF_A_DOOR_AT_ONCE) return false;
    this.#count += 1;
    this.#countOf.set(doorId, ofDoor + 1);
    return true;
  }

  end(doorId: string): void {
    const ofDoor = (this.#countOf.get(doorId) ?? 0) - 1;
    this.#count -= 1;
    if (ofDoor > 0) this.#countOf.set(doorId, ofDoor);
    else this.#countOf.delete(doorId);
  }
}
