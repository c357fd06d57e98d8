import { InvalidInputError } from "@/lib/core/errors";
import { CHANGE_AHEAD_MAX_MS } from "@/lib/scenes/schema";

/**
 * The moment a form asks for, null meaning now. Throws InvalidInputError for one that is over or more than two
 * years ahead.
 */
export function momentOf(at: string | null, now: Date): Date {
  if (at === null) return now;
  const moment = new Date(at);
  if (moment <= now) throw new InvalidInputError("momentPast", "at");
  if (moment.getTime() > now.getTime() + CHANGE_AHEAD_MAX_MS) {
    throw new InvalidInputError("momentFar", "at");
  }
  return moment;
}
