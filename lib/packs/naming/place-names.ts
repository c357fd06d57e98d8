/** What a template can name of every code; any other name is a key of its payload. */
export const PLACE_NAMES = [
  "label",
  "serial",
  "campaign",
  "miniProgram",
  "appId",
  "scene",
  "page",
  "kind",
  "width",
  "batch",
  "row",
  "tag",
  "date",
  "number",
] as const;
export type PlaceName = (typeof PLACE_NAMES)[number];
