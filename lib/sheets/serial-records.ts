import { InvalidInputError } from "@/lib/core/errors";
import { SERIAL_PADDING_MAX, SERIAL_PREFIX_MAX_LENGTH, SHEET_ROWS_MAX } from "@/lib/sheets/schema";
import type { Serial } from "@/lib/sheets/schema";

const CHUNK_RECORDS = 1_000;

/**
 * Numbers in a row behind a prefix, such as T-001, T-002, a record each. Throws `serialPrefix`,
 * `serialNumber` and `rowsMany` before the first one.
 */
export function serialRecords(serial: Serial): Iterable<string[][]> {
  const { prefix, start, step, padding, count } = serial;
  if (prefix.length > SERIAL_PREFIX_MAX_LENGTH || /\p{Cc}/u.test(prefix)) {
    throw new InvalidInputError("serialPrefix", "rows", { most: SERIAL_PREFIX_MAX_LENGTH });
  }
  if (count > SHEET_ROWS_MAX) {
    throw new InvalidInputError("rowsMany", "rows", { most: SHEET_ROWS_MAX });
  }
  const last = start + step * (count - 1);
  const isPossible =
    [start, step, padding, count, last].every(Number.isSafeInteger) &&
    step !== 0 &&
    Math.min(start, last) >= 0 &&
    padding >= 0 &&
    padding <= SERIAL_PADDING_MAX &&
    count >= 1;
  if (!isPossible) throw new InvalidInputError("serialNumber", "rows");
  return chunksOf(serial);
}

function* chunksOf({ prefix, start, step, padding, count }: Serial): Generator<string[][]> {
  for (let first = 0; first < count; first += CHUNK_RECORDS) {
    yield Array.from({ length: Math.min(CHUNK_RECORDS, count - first) }, (_, index) => [
      prefix + String(start + step * (first + index)).padStart(padding, "0"),
    ]);
  }
}
