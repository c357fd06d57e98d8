const BEIJING_MS = 8 * 3_600_000;

/** What a field for date and time holds, read as Beijing time; an empty one is no moment. */
export function momentOfField(text: string): string {
  return text.length === 16 ? `${text}:00+08:00` : `${text}+08:00`;
}

/** A moment as such a field holds it, as in 2026-12-01T09:30. */
export function fieldOfMoment(at: Date): string {
  return new Date(at.getTime() + BEIJING_MS).toISOString().slice(0, 16);
}
