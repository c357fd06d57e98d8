/** As much of a JSON schema as the reference shows. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema | boolean;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minItems?: number;
  maxItems?: number;
}

/** By the names `$ref` calls them. */
export type Schemas = Record<string, JsonSchema>;

export const METHODS = ["get", "post", "put", "patch", "delete"] as const;
export type Method = (typeof METHODS)[number];

export type ParameterPlace = "path" | "query" | "header";

export interface Parameter {
  name: string;
  place: ParameterPlace;
  isRequired: boolean;
  about: string;
  schema: JsonSchema;
  /** What the field begins with. */
  example: string;
}

export interface Body {
  mediaType: string;
  schema: JsonSchema;
  example?: unknown;
}

export interface Answer {
  status: string;
  about: string;
  mediaTypes: string[];
  headers: { name: string; about: string }[];
  /** Absent where it is not JSON, and for problems, which are all of one shape. */
  schema?: JsonSchema;
}

/** One call, as the reference shows it. */
export interface Operation {
  id: string;
  method: Method;
  path: string;
  tag: string;
  summary: string;
  about: string;
  scopes: string[];
  parameters: Parameter[];
  bodies: Body[];
  answers: Answer[];
}

/** What a webhook is sent of one event. */
export interface Message {
  id: string;
  /** As `code.minted`. */
  type: string;
  about: string;
  schema: JsonSchema;
  example: unknown;
}

/** The contract as plain data for the browser. */
export interface Reference {
  baseUrl: string;
  tags: { name: string; operations: Operation[] }[];
  messages: Message[];
  schemas: Schemas;
}
