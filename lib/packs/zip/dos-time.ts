const BEIJING_MS = 8 * 3_600_000;

export interface DosTime {
  date: number;
  time: number;
}

/** A moment as ZIP writes it: without a zone, so Beijing's, in steps of two seconds, from 1980 to 2107. */
export function toDosTime(at: Date): DosTime {
  const there = new Date(at.getTime() + BEIJING_MS);
  const year = Math.min(Math.max(there.getUTCFullYear(), 1980), 2107);
  return {
    date: ((year - 1980) << 9) | ((there.getUTCMonth() + 1) << 5) | there.getUTCDate(),
    time:
      (there.getUTCHours() << 11) |
      (there.getUTCMinutes() << 5) |
      Math.floor(there.getUTCSeconds() / 2),
  };
}
