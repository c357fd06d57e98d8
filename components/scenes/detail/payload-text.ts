import { jsonFault } from "@/components/scenes/detail/json-fault";
import type { JsonPlace } from "@/components/scenes/detail/json-fault";

/** What a text in the payload's field says; nothing written is no payload. */
export type ReadText =
  { kind: "nothing" } | { kind: "fault"; place: JsonPlace } | { kind: "json"; value: unknown };

export function readPayloadText(text: string): ReadText {
  if (text.trim() === "") return { kind: "nothing" };
  try {
    return { kind: "json", value: JSON.parse(text) };
  } catch {
    return { kind: "fault", place: jsonFault(text) ?? { line: 1, column: 1 } };
  }
}

/** The value for a schema: null for nothing, and the text itself, which is no object, for what is not JSON. */
export function payloadOf(text: string): unknown {
  const read = readPayloadText(text);
  if (read.kind === "nothing") return null;
  return read.kind === "json" ? read.value : text;
}

/** A payload as it is written into the field. */
export function payloadText(payload: unknown): string {
  return payload === null || payload === undefined ? "" : JSON.stringify(payload, null, 2);
}
