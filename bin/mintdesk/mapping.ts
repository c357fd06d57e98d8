import { UsageError } from "./failures";
import { readPayload, splitPair } from "./pairs";
import type { Say } from "./say";
import type { Kind } from "./kinds";

/** What columns are for: `--map label=店名`, `--map payload.shop=店号`. */
const TARGETS = ["label", "page", "path", "scene"] as const;
type Target = (typeof TARGETS)[number];
const PAYLOAD = "payload.";

export interface MappingOptions {
  map?: string[];
  label?: string;
  page?: string;
  path?: string;
  payload?: string;
  data?: string[];
}

/** The part of a batch's settings that says what becomes of a row. */
export interface Mapping {
  labelTemplate: string;
  pageTemplate?: string;
  pathTemplate?: string;
  carries?:
    | { as: "scene"; column: string }
    | {
        as: "payload";
        fields: { name: string; column: string }[];
        fixed: Record<string, unknown>;
      };
}

interface Columns {
  of: Partial<Record<Target, string>>;
  fields: { name: string; column: string }[];
}

/** Throws UsageError for what contradicts itself or is missing; what a column is called, the server checks. */
export function readMapping(kind: Kind, options: MappingOptions, say: Say): Mapping {
  const columns = readColumns(options.map ?? [], say);
  const filled = (target: "label" | "page" | "path") => {
    const column = columns.of[target];
    if (column !== undefined && options[target] !== undefined) {
      throw new UsageError(say("mapTwice", { target }));
    }
    return options[target] ?? (column === undefined ? undefined : `{${column}}`);
  };
  const named = columns.of.scene ?? columns.of.path ?? columns.fields[0]?.column;
  const labelTemplate = filled("label") ?? (named === undefined ? undefined : `{${named}}`);
  if (labelTemplate === undefined) throw new UsageError(say("mapLabelMissing"));
  if (kind !== "WXACODE_UNLIMITED") {
    const pathTemplate = filled("path");
    if (pathTemplate === undefined) throw new UsageError(say("mapPathMissing"));
    return { labelTemplate, pathTemplate };
  }
  const pageTemplate = filled("page") ?? "";
  return { labelTemplate, pageTemplate, carries: readCarries(columns, options, say) };
}

function readCarries({ of, fields }: Columns, options: MappingOptions, say: Say) {
  const fixed = readPayload(options, say);
  const isPayload = fields.length > 0;
  if (of.scene !== undefined) {
    if (isPayload || fixed) throw new UsageError(say("mapSceneAndPayload"));
    return { as: "scene" as const, column: of.scene };
  }
  if (!isPayload) throw new UsageError(say("mapCarriesMissing"));
  return { as: "payload" as const, fields, fixed: fixed ?? {} };
}

function readColumns(map: string[], say: Say): Columns {
  const columns: Columns = { of: {}, fields: [] };
  const seen = new Set<string>();
  for (const text of map) {
    const [name, column] = splitPair(text, say);
    if (seen.has(name)) throw new UsageError(say("mapTwice", { target: name }));
    seen.add(name);
    const target = TARGETS.find((known) => known === name);
    if (target) columns.of[target] = column;
    else if (name.startsWith(PAYLOAD) && name !== PAYLOAD) {
      columns.fields.push({ name: name.slice(PAYLOAD.length), column });
    } else throw new UsageError(say("mapUnknown", { name }));
  }
  return columns;
}
