import { DomainError } from "@/lib/core/errors";
import { brokenConstraint } from "@/lib/db/constraint-errors";

/** What the driver says without a code when a connection goes away under it. */
const LOST_CONNECTION =
  /connection (terminated|error)|read timeout|timeout exceeded when trying to connect/i;

/** Whether an error is the database's and may pass: down, restarting, too busy. A broken rule will not. */
export function isDatabaseTrouble(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof DomainError) return false;
  if (brokenConstraint(error) !== null) return false;
  return (
    error.name.startsWith("PrismaClient") ||
    error.name === "DriverAdapterError" ||
    "code" in error ||
    LOST_CONNECTION.test(error.message)
  );
}
