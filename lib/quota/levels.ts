/** Shares of the limit, in per cent, that people are told of. */
export const LEVELS = [80, 90, 95, 100] as const;
export type Level = (typeof LEVELS)[number];

/** The levels that so many used codes have reached. */
export function levelsReached(used: number, limit: number): Level[] {
  return LEVELS.filter((level) => used * 100 >= level * limit);
}

/** The highest of them, or null. */
export function highestLevel(used: number, limit: number): Level | null {
  return levelsReached(used, limit).at(-1) ?? null;
}

/**
 * The levels that lie a whole per cent above. Only then is a level forgotten, so that one code
 * given back and one reserved do not make the same news twice.
 */
export function levelsForgotten(used: number, limit: number): Level[] {
  return LEVELS.filter((level) => used * 100 < (level - 1) * limit);
}
