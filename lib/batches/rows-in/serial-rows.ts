import { columnLetter } from "@/lib/batches/rows-in/name-columns";
import { BATCH_ROWS_MAX } from "@/lib/batches/schema";
import type { RowsIn, Serial } from "@/lib/batches/schema";

export const SERIAL_PREFIX_MAX_LENGTH = 100;
export const SERIAL_PADDING_MAX = 20;

/** Numbers in a row behind a prefix, such as T-001, T-002; the column is A. */
export function serialRows(serial: Serial): RowsIn {
  const { prefix, start, step, padding, count } = serial;
  if (prefix.length > SERIAL_PREFIX_MAX_LENGTH || /\p{Cc}/u.test(prefix)) {
    const values = { most: SERIAL_PREFIX_MAX_LENGTH };
    return { ok: false, problem: { reason: "serialPrefix", values } };
  }
  if (count > BATCH_ROWS_MAX) {
    return { ok: false, problem: { reason: "rowsMany", values: { most: BATCH_ROWS_MAX } } };
  }
  const last = start + step * (count - 1);
  const isPossible =
    [start, step, padding, count, last].every(Number.isSafeInteger) &&
    step !== 0 &&
    Math.min(start, last) >= 0 &&
    padding >= 0 &&
    padding <= SERIAL_PADDING_MAX &&
    count >= 1;
  if (!isPossible) return { ok: false, problem: { reason: "serialNumber", values: {} } };
  const rows = Array.from({ length: count }, (_, index) => [
    prefix + String(start + step * index).padStart(padding, "0"),
  ]);
  return { ok: true, table: { columns: [columnLetter(0)], rows } };
}
