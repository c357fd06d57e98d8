import type { PackedCode } from "@/lib/packs/packed-code";

/** What a payload says, on one line: city: 北京, table: 3. */
export function payloadSummary(payload: PackedCode["payload"]): string {
  return Object.entries(payload ?? {})
    .map(([key, value]) => `${key}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");
}
