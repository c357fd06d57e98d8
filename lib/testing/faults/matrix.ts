import type { FaultRow } from "@/lib/testing/faults/fault-row";
import { ANSWER_ROWS } from "@/lib/testing/faults/rows/answers";
import { KILL_ROWS } from "@/lib/testing/faults/rows/kills";
import { OUTAGE_ROWS } from "@/lib/testing/faults/rows/outages";
import { REFUSAL_ROWS } from "@/lib/testing/faults/rows/refusals";
import { RESTORE_ROWS } from "@/lib/testing/faults/rows/restores";

/** The fault matrix: whatever can break, numbered as the invariants and CONTRIBUTING.md know it. */
export const FAULT_MATRIX: readonly FaultRow[] = [
  ...ANSWER_ROWS,
  ...REFUSAL_ROWS,
  ...KILL_ROWS,
  ...OUTAGE_ROWS,
  ...RESTORE_ROWS,
].toSorted((one, other) => one.number - other.number);
