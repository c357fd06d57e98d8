const STEPS = [2, 4, 6, 8, 10];

/** The next round number at or above it; half of it is whole, too. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return power * (STEPS.find((step) => step * power >= value) ?? 10);
}

/** Whole days from one day in Beijing to another. */
export function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
}
