import type { JsonSchema, Schemas } from "@/components/developers/reference/reference";

const NAMED = "#/components/schemas/";

/** A schema as a reader wants it: what it is, how much of it, and what is in it. */
export interface Shape {
  /** As `string`, `Campaign`, `list of string`; alternatives parted by ` | `. */
  words: string;
  isNullable: boolean;
  about: string;
  limits: Limit[];
  values: string[];
  fields: Field[];
  /** One of these; each told by the constant it carries. */
  alternatives: { name: string; schema: JsonSchema }[];
}

export interface Field {
  name: string;
  isRequired: boolean;
  schema: JsonSchema;
}

export interface Limit {
  kind: "characters" | "items" | "number";
  least?: number;
  most?: number;
}

/** Looks a schema up, its name put in place of what it stands for. */
export function shapeOf(schema: JsonSchema, schemas: Schemas): Shape {
  const { schema: own, isNullable } = withoutNull(resolve(schema, schemas), schemas);
  const inner = innerOf(own, schemas);
  const options = inner.oneOf ?? inner.anyOf ?? [];
  return {
    words: wordsOf(withoutNull(schema, schemas).schema, schemas),
    isNullable,
    about: schema.description ?? own.description ?? "",
    limits: limitsOf(own),
    values: (own.enum ?? inner.enum ?? []).map(String),
    fields: fieldsOf(inner),
    alternatives: options.some((option) => hasParts(option, schemas))
      ? options.map((option) => ({ name: nameOf(option, schemas), schema: option }))
      : [],
  };
}

/** What a `$ref` stands for; its own description stays. */
export function resolve(schema: JsonSchema, schemas: Schemas): JsonSchema {
  const only = schema.allOf?.length === 1 ? schema.allOf[0] : undefined;
  if (only) return { ...resolve(only, schemas), ...described(schema) };
  if (!schema.$ref?.startsWith(NAMED)) return schema;
  return { ...schemas[schema.$ref.slice(NAMED.length)], ...described(schema) };
}

const described = ({ description }: JsonSchema) => (description ? { description } : {});

/** `X or null` is a nullable X. */
function withoutNull(schema: JsonSchema, schemas: Schemas) {
  const types = Array.isArray(schema.type) ? schema.type : [];
  if (types.includes("null")) {
    const [only = "null", ...others] = types.filter((type) => type !== "null");
    return { schema: { ...schema, type: others.length > 0 ? types : only }, isNullable: true };
  }
  const options = schema.anyOf ?? schema.oneOf ?? [];
  const real = options.filter(({ type }) => type !== "null");
  if (real.length === options.length) return { schema, isNullable: false };
  const [only = {}] = real;
  const rest = real.length === 1 ? resolve(only, schemas) : { ...schema, anyOf: real };
  return {
    schema: { ...(real.length === 1 && only.$ref ? only : rest), ...described(schema) },
    isNullable: true,
  };
}

/** Through lists to what they are lists of. */
function innerOf(schema: JsonSchema, schemas: Schemas): JsonSchema {
  const own = resolve(schema, schemas);
  return typeof own.items === "object" ? innerOf(own.items, schemas) : own;
}

function fieldsOf({ properties = {}, required = [], additionalProperties }: JsonSchema) {
  const fields: Field[] = Object.entries(properties).map(([name, schema]) => ({
    name,
    isRequired: required.includes(name),
    schema,
  }));
  if (typeof additionalProperties !== "object") return fields;
  return [...fields, { name: "*", isRequired: false, schema: additionalProperties }];
}

function limitsOf(schema: JsonSchema): Limit[] {
  const { minLength, maxLength, minItems, maxItems } = schema;
  const { minimum = schema.exclusiveMinimum, maximum = schema.exclusiveMaximum } = schema;
  const isWorthTelling = ({ least, most }: Limit) =>
    (least !== undefined && least > Number.MIN_SAFE_INTEGER) ||
    (most !== undefined && most < Number.MAX_SAFE_INTEGER);
  const limits: Limit[] = [
    { kind: "characters", least: minLength, most: maxLength },
    { kind: "items", least: minItems, most: maxItems },
    { kind: "number", least: minimum, most: maximum },
  ];
  return limits.filter(isWorthTelling).map(({ kind, least, most }) => ({
    kind,
    least: least === Number.MIN_SAFE_INTEGER ? undefined : least,
    most: most === Number.MAX_SAFE_INTEGER ? undefined : most,
  }));
}

function wordsOf(schema: JsonSchema, schemas: Schemas): string {
  if (schema.$ref?.startsWith(NAMED)) return schema.$ref.slice(NAMED.length);
  const own = resolve(schema, schemas);
  if (own.const !== undefined) return JSON.stringify(own.const);
  const options = own.oneOf ?? own.anyOf;
  if (options) return [...new Set(options.map((option) => wordsOf(option, schemas)))].join(" | ");
  if (typeof own.items === "object") return `${wordsOf(own.items, schemas)}[]`;
  const type = Array.isArray(own.type) ? own.type.join(" | ") : (own.type ?? "any");
  return own.format ? `${type} (${own.format})` : type;
}

/** Plain values are told in one line; only what has fields is worth a look inside. */
function hasParts(option: JsonSchema, schemas: Schemas): boolean {
  const { properties, oneOf, anyOf } = innerOf(option, schemas);
  return (properties ?? oneOf ?? anyOf) !== undefined;
}

/** An alternative is known by the constant among its fields, else by its type. */
function nameOf(option: JsonSchema, schemas: Schemas): string {
  const { properties = {} } = resolve(option, schemas);
  const told = Object.entries(properties).find(([, { const: constant }]) => constant !== undefined);
  return told ? `${told[0]}: ${JSON.stringify(told[1].const)}` : wordsOf(option, schemas);
}
