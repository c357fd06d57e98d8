import type { PlaceName } from "@/lib/packs/naming/place-names";

/** What a name may be made of besides the keys of payloads, in the order they are offered. */
export const NAME_PLACEHOLDERS = [
  "serial",
  "label",
  "campaign",
  "batch",
  "row",
  "number",
  "tag",
  "scene",
  "page",
  "kind",
  "width",
  "date",
  "miniProgram",
  "appId",
] as const satisfies readonly PlaceName[];
