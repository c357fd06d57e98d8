import diff from "microdiff";

export interface Meaning {
  page: string;
  payload: unknown;
}

/** One thing that differs; `path` is empty for the page. Undefined: it is not there. */
export interface Difference {
  path: string;
  from: unknown;
  to: unknown;
}

/** Field by field, what is different about where two versions lead; the page first. */
export function differences(before: Meaning, after: Meaning): Difference[] {
  const page = before.page === after.page ? [] : [{ path: "", from: before.page, to: after.page }];
  return [...page, ...payloadDifferences(before.payload, after.payload)];
}

function payloadDifferences(before: unknown, after: unknown): Difference[] {
  const found = diff(partsOf(before), partsOf(after)).map((difference) => ({
    path: difference.path.join("."),
    from: difference.type === "CREATE" ? undefined : difference.oldValue,
    to: difference.type === "REMOVE" ? undefined : difference.value,
  }));
  const isOnlyThere = found.length === 0 && (before === null) !== (after === null);
  return isOnlyThere ? [{ path: "{}", from: before, to: after }] : found;
}

function partsOf(payload: unknown): Record<string, unknown> {
  return typeof payload === "object" && payload !== null ? { ...payload } : {};
}
