import { METHODS } from "@/components/developers/reference/reference";
import type {
  Answer,
  Body,
  JsonSchema,
  Message,
  Method,
  Operation,
  Parameter,
  ParameterPlace,
  Reference,
  Schemas,
} from "@/components/developers/reference/reference";
import { resolve } from "@/components/developers/schema/shape-of";

/** As much of an OpenAPI document as the reference reads. */
export interface ApiDocument {
  servers: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Partial<Record<Method, DocumentOperation>>>;
  webhooks: Record<string, { post: DocumentOperation }>;
  components?: { schemas?: Schemas };
}

interface DocumentOperation {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  security?: Record<string, string[]>[];
  parameters?: DocumentParameter[];
  requestBody?: { content: Content };
  responses: Record<string, DocumentResponse>;
}

interface DocumentParameter {
  in: ParameterPlace;
  name: string;
  required?: boolean;
  description?: string;
  schema?: JsonSchema;
}

interface DocumentResponse {
  description: string;
  headers?: Record<string, { description?: string }>;
  content?: Content;
}
type Content = Record<string, { schema?: JsonSchema; example?: unknown }>;

/** What the examples of the contract are filled in with. */
export interface Examples {
  /** Ids in the place of the names the examples have for them. */
  known: Record<string, string>;
  /** What the document does not say: parameters, by operation and name. */
  parameters: Record<string, Record<string, string>>;
}
const NO_EXAMPLES: Examples = { known: {}, parameters: {} };

/** The document in the order of its tags, without what every call repeats. */
export function readDocument(document: ApiDocument, examples = NO_EXAMPLES): Reference {
  const schemas = document.components?.schemas ?? {};
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method): Operation[] => {
      const found = item[method];
      if (!found) return [];
      const operation = readOperation(path, method, found, examples);
      const bodies = operation.bodies.map((body) => {
        return { ...body, schema: resolve(body.schema, schemas) };
      });
      return [{ ...operation, bodies }];
    }),
  );
  const tags = document.tags.map(({ name }) => ({
    name,
    operations: operations.filter(({ tag }) => tag === name),
  }));
  return {
    baseUrl: document.servers[0]?.url ?? "",
    tags: tags.filter((tag) => tag.operations.length > 0),
    messages: Object.values(document.webhooks).map(({ post }) => readMessage(post, schemas)),
    schemas,
  };
}

function readMessage(told: DocumentOperation, schemas: Schemas): Message {
  const { operationId: id, summary: type, description: about = "", requestBody } = told;
  const { schema = {}, example } = requestBody?.content["application/json"] ?? {};
  return { id, type, about, schema: resolve(schema, schemas), example };
}

function readOperation(
  path: string,
  method: Method,
  told: DocumentOperation,
  examples: Examples,
): Operation {
  const { operationId: id, tags, summary, description = "", security = [], parameters } = told;
  return {
    id,
    method,
    path,
    tag: tags[0] ?? "",
    summary,
    about: description,
    scopes: [...new Set(security.flatMap((one) => Object.values(one).flat()))],
    parameters: (parameters ?? []).map((one) => readParameter(one, examples.parameters[id] ?? {})),
    bodies: Object.entries(told.requestBody?.content ?? {}).map(
      ([mediaType, { schema = {}, example }]): Body => ({
        mediaType,
        schema,
        example: filledIn(example, examples.known),
      }),
    ),
    answers: Object.entries(told.responses).map(readAnswer),
  };
}

/** An example with the ids behind its names, wherever they stand. */
function filledIn(value: unknown, known: Examples["known"]): unknown {
  if (typeof value === "string") return known[value] ?? value;
  if (Array.isArray(value)) return value.map((inner) => filledIn(inner, known));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, filledIn(inner, known)]);
  return Object.fromEntries(entries);
}

function readParameter(told: DocumentParameter, examples: Record<string, string>): Parameter {
  const { name, in: place, required: isRequired = false, schema = {} } = told;
  const about = told.description ?? schema.description ?? "";
  return { name, place, isRequired, about, schema, example: examples[name] ?? "" };
}

function readAnswer([status, { description, headers = {}, content = {} }]: [
  string,
  DocumentResponse,
]): Answer {
  return {
    status,
    about: description,
    mediaTypes: Object.keys(content),
    headers: Object.entries(headers).map(([name, header]) => ({
      name,
      about: header.description ?? "",
    })),
    schema: content["application/json"]?.schema,
  };
}
