/** Whole per cent; 100 only when all are done. */
export function percentOf(doneCount: number, codeCount: number): number {
  return codeCount === 0 ? 0 : Math.floor((Math.min(doneCount, codeCount) / codeCount) * 100);
}
