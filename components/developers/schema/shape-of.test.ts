import { describe, expect, it } from "vitest";
import { exampleOf } from "@/components/developers/schema/example-of";
import { shapeOf } from "@/components/developers/schema/shape-of";
import type { JsonSchema, Schemas } from "@/components/developers/reference/reference";

const schemas: Schemas = {
  Field: { type: "object", properties: { key: { type: "string" } }, required: ["key"] },
  Tree: { type: "object", properties: { below: { $ref: "#/components/schemas/Tree" } } },
};
const field: JsonSchema = { $ref: "#/components/schemas/Field" };
const look = (schema: JsonSchema) => shapeOf(schema, schemas);

const option = (kind: string): JsonSchema => ({
  type: "object",
  properties: { kind: { const: kind } },
});

describe("a schema's shape", () => {
  it("has the name it goes by, and the fields behind that name", () => {
    const { words, fields } = look(field);
    expect(words).toBe("Field");
    expect(fields).toEqual([{ name: "key", isRequired: true, schema: { type: "string" } }]);
    expect(look({ type: "array", items: field })).toMatchObject({ words: "Field[]", fields });
  });

  it("tells what may be null as itself or null, however that is written", () => {
    const asType = look({ type: ["string", "null"] });
    const asOption = look({ anyOf: [{ type: "string" }, { type: "null" }] });
    for (const shape of [asType, asOption]) {
      expect(shape).toMatchObject({ words: "string", isNullable: true, alternatives: [] });
    }
    const named = look({ anyOf: [field, { type: "null" }] });
    expect(named).toMatchObject({ words: "Field", isNullable: true });
    expect(named.fields).toHaveLength(1);
  });

  it("keeps the limits people meet, and not those of numbers themselves", () => {
    expect(look({ type: "string", minLength: 1, maxLength: 60 }).limits).toEqual([
      { kind: "characters", least: 1, most: 60 },
    ]);
    const whole = { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
    expect(look(whole).limits).toEqual([{ kind: "number", least: 0, most: undefined }]);
    const any = { ...whole, minimum: Number.MIN_SAFE_INTEGER };
    expect(look(any).limits).toEqual([]);
    expect(look({ type: "string", enum: ["a", "b"] }).values).toEqual(["a", "b"]);
  });

  it("tells alternatives apart by the constant they carry", () => {
    const { alternatives } = look({ oneOf: [option("limited"), option("unlimited")] });
    expect(alternatives.map(({ name }) => name)).toEqual(['kind: "limited"', 'kind: "unlimited"']);
  });

  it("tells alternatives that are plain values in one line", () => {
    const { words, alternatives } = look({ anyOf: [{ type: "string" }, { const: "none" }] });
    expect([words, alternatives]).toEqual(['string | "none"', []]);
  });

  it("names a record's values, whatever they are called", () => {
    const { fields } = look({ type: "object", additionalProperties: { type: "integer" } });
    expect(fields).toEqual([{ name: "*", isRequired: false, schema: { type: "integer" } }]);
  });
});

describe("an example of a schema", () => {
  it("has every field with a value of its kind", () => {
    const schema: JsonSchema = {
      type: "object",
      properties: {
        id: { type: "string", format: "uuid" },
        count: { type: "integer", minimum: 1 },
        state: { enum: ["on", "off"] },
        fields: { type: "array", items: field },
        none: { anyOf: [{ type: "boolean" }, { type: "null" }] },
      },
    };
    expect(exampleOf(schema, schemas)).toEqual({
      id: "0197c0de-0000-7000-8000-000000000001",
      count: 1,
      state: "on",
      fields: [{ key: "…" }],
      none: true,
    });
  });

  it("ends, even of a schema that names itself", () => {
    expect(() => exampleOf({ $ref: "#/components/schemas/Tree" }, schemas)).not.toThrow();
  });
});
