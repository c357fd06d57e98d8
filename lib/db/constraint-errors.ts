import { ConflictError } from "@/lib/core/errors";

/** Name of the broken constraint or unique index as PostgreSQL tells it, or null. */
export function brokenConstraint(error: unknown): string | null {
  for (let current = error, depth = 0; current && depth < 5; depth += 1) {
    const found = constraintOf(current);
    if (found) return found;
    current = causeOf(current);
  }
  return null;
}

function constraintOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null) return null;
  if ("constraint" in error) {
    const { constraint } = error;
    if (typeof constraint === "string") return constraint;
    if (typeof constraint === "object" && constraint !== null && "index" in constraint) {
      return String(constraint.index);
    }
  }
  const text =
    "originalMessage" in error ? error.originalMessage : "message" in error && error.message;
  return typeof text === "string" ? (/constraint "([^"]+)"/.exec(text)?.[1] ?? null) : null;
}

function causeOf(error: unknown): unknown {
  if (typeof error !== "object" || error === null) return null;
  if ("cause" in error && error.cause) return error.cause;
  if (!("meta" in error) || typeof error.meta !== "object" || error.meta === null) return null;
  return "driverAdapterError" in error.meta ? error.meta.driverAdapterError : null;
}

/**
 * Gives a broken constraint its words: `sentences` maps constraint names to reasons of
 * a ConflictError. Anything else passes through.
 */
export async function translateConstraint<Result>(
  sentences: Record<string, string>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const reason = sentences[brokenConstraint(error) ?? ""];
    if (reason) throw new ConflictError(reason);
    throw error;
  }
}

/** Whether PostgreSQL ended the transaction because it and another one waited for each other. */
export function isDeadlock(error: unknown): boolean {
  for (let current = error, depth = 0; current && depth < 5; depth += 1) {
    if (typeof current !== "object") return false;
    if ("kind" in current && current.kind === "TransactionWriteConflict") return true;
    if ("originalCode" in current && current.originalCode === "40P01") return true;
    current = causeOf(current);
  }
  return false;
}
