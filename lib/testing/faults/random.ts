/** A small random generator that gives the same numbers for the same seed. */
export interface Random {
  /** From `least` to `most`, both included. */
  whole(least: number, most: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** So many different whole numbers, in order. */
  some(count: number, least: number, most: number): number[];
}

/** Mulberry32: 32 bits of state are plenty for choosing points. */
export function randomOf(seed: number): Random {
  let state = seed * 0x9e3779b9;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    pick(items) {
      const item = items[whole(0, items.length - 1)];
      if (item === undefined) throw new Error("There is nothing to pick from.");
      return item;
    },
    some(count, least, most) {
      const chosen = new Set<number>();
      while (chosen.size < Math.min(count, most - least + 1)) chosen.add(whole(least, most));
      return [...chosen].toSorted((one, other) => one - other);
    },
  };
}
