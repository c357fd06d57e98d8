/** A recorded value as text; empty for nothing, JSON for what has parts. */
export function recordedText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((part) => typeof part === "string")) {
    return value.join(", ");
  }
  return JSON.stringify(value);
}
