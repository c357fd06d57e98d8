import type { JsonSchema, Schemas } from "@/components/developers/reference/reference";
import { resolve } from "@/components/developers/schema/shape-of";

const FORMATS: Record<string, string> = {
  uuid: "0197c0de-0000-7000-8000-000000000001",
  "date-time": "2027-06-01T08:00:00.000Z",
  date: "2027-06-01",
  uri: "https://example.com/",
  email: "wei@example.com",
};
/** Schemas may name themselves. */
const MOST_DEPTH = 6;

/** A value such as the schema allows, to see what an answer looks like. */
export function exampleOf(schema: JsonSchema, schemas: Schemas, depth = 0): unknown {
  const own = resolve(schema, schemas);
  const inner = (other: JsonSchema) => exampleOf(other, schemas, depth + 1);
  if (own.const !== undefined) return own.const;
  if (own.enum) return own.enum[0];
  if (own.default !== undefined) return own.default;
  const [first] = own.oneOf ?? own.anyOf ?? [];
  if (first) return inner(first);
  const type = Array.isArray(own.type) ? own.type[0] : own.type;
  if (depth > MOST_DEPTH) return null;
  if (type === "object") {
    const entries = Object.entries(own.properties ?? {});
    return Object.fromEntries(entries.map(([name, property]) => [name, inner(property)]));
  }
  if (type === "array") return typeof own.items === "object" ? [inner(own.items)] : [];
  if (type === "integer" || type === "number") return Math.max(own.minimum ?? 0, 0);
  if (type === "boolean") return true;
  if (type === "string") return FORMATS[own.format ?? ""] ?? "…";
  return null;
}
