/** A payload in one line, as in “table: 4 · shop: 朝阳”; empty when there is none. */
export function payloadSummary(payload: unknown): string {
  if (typeof payload !== "object" || payload === null) return "";
  return Object.entries(payload)
    .map(([key, value]) => `${key}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(" · ");
}
