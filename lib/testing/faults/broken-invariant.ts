export type InvariantName = "I1" | "I2" | "I3" | "I4" | "I5" | "I6" | "I7";

/** One of the promises that hold whatever happens did not. */
export class BrokenInvariant extends Error {
  override readonly name = "BrokenInvariant";
  constructor(
    readonly invariant: InvariantName,
    why: string,
  ) {
    super(`${invariant}: ${why}`);
  }
}

export function hold(invariant: InvariantName, isKept: boolean, why: string): asserts isKept {
  if (!isKept) throw new BrokenInvariant(invariant, why);
}
