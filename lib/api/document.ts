import { z } from "zod";
import { createDocument } from "zod-openapi";
import type { ZodOpenApiOperationObject, ZodOpenApiResponsesObject } from "zod-openapi";
import type { ZodOpenApiOverride } from "zod-openapi/api";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { TAGS } from "@/lib/api/endpoint";
import type { Endpoint, Tag } from "@/lib/api/endpoint";
import { Problem } from "@/lib/api/problem";
import { WEBHOOK_TAG, webhookMessages } from "@/lib/api/webhook-messages";
import { apiUrl } from "@/lib/core/api-url";

const ABOUT = [
  "Everything an operator of Mintdesk does, for programs. Keys are made under My account and carry scopes.",
  "Send `Authorization: Bearer mk_…`. Bodies and answers are JSON, moments RFC 3339, ids UUIDs.",
  "Failures are `application/problem+json`; tell them apart by `code`.",
  "Every POST takes an `Idempotency-Key`: repeated with the same body within 24 hours it gives the first answer again.",
].join("\n\n");

const TAG_WORDS: Record<Tag, string> = {
  "Mini programs": "The mini programs of this desk, and what is left of their 100,000.",
  Campaigns: "What codes are made for, and what their payloads are made of.",
  Codes: "One code at a time: minted, looked up, its picture.",
  Batches: "Many at once: rows in, codes out, at WeChat's pace.",
  Scenes: "What a printed code means, now and later.",
  Packs: "What goes to print: pictures, posters, labels and lists in one ZIP.",
  "Audit log": "Who did what, provably.",
};

/** Failures any call can end in. */
const ALWAYS = {
  401: "No key, or one that does not work.",
  403: "The key's scopes, or its person's role, do not reach so far.",
  406: "Accept leaves out what is answered here.",
  429: "Too many calls; Retry-After says how long to wait.",
};
const WITH_PARAMS = { 404: "It is not there, or not yours to see." };
const WITH_INPUT = { 422: "Something asked for is not right; `errors` points at it." };
const WITH_BODY = {
  400: "The body is not JSON.",
  413: "The body is too large.",
  415: "The body is of another media type.",
};

const ON_POST = { 409: "A request under the same Idempotency-Key is still being done." };

/** What every answer says of itself. */
const EVERY_HEADER = {
  "X-Request-Id": "The caller's own, or a new one; it stands in the log.",
  RateLimit: 'How many calls are left, and for how many seconds: `"default";r=599;t=60`.',
  "RateLimit-Policy": 'How many there are: `"default";q=600;w=60`.',
};

export type OpenApiDocument = ReturnType<typeof createDocument>;

let made: OpenApiDocument | undefined;

/** The contract, made of the schemas the endpoints themselves parse with; once, for it takes a while. */
export function openApiDocument(publicUrl: string): OpenApiDocument {
  made ??= makeDocument();
  return { ...made, servers: [{ url: apiUrl(publicUrl, "") }] };
}

function makeDocument(): OpenApiDocument {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const endpoint of ENDPOINTS) {
    const { path, method } = endpoint;
    paths[path] = { ...paths[path], [method]: operationOf(endpoint) };
  }
  const calls = TAGS.map((name) => ({ name, description: TAG_WORDS[name] }));
  return createDocument(
    {
      openapi: "3.1.1",
      info: {
        title: "Mintdesk",
        version: "1.0.0",
        description: ABOUT,
        license: { name: "MIT", identifier: "MIT" },
      },
      servers: [],
      tags: [...calls, WEBHOOK_TAG],
      paths,
      webhooks: webhookMessages(),
      components: {
        securitySchemes: {
          apiKey: { type: "http", scheme: "bearer", description: "An API key, `mk_…`." },
        },
      },
    },
    { override: leaveOpen },
  );
}

/** Answers may get more fields one day; programs made of the contract are not to refuse them. */
const leaveOpen: ZodOpenApiOverride = ({ jsonSchema, io }) => {
  if (io === "output" && jsonSchema.additionalProperties === false) {
    delete jsonSchema.additionalProperties;
  }
};

/** The document as an address gives it. */
export function openDocument(publicUrl: string): Response {
  return Response.json(openApiDocument(publicUrl), {
    headers: { "Cache-Control": "public, max-age=300" },
  });
}

function operationOf(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { operationId, tag, summary, description, scopes, params, query, body } = endpoint;
  const { otherBodies = {}, example } = endpoint;
  const header = headersOf(endpoint);
  const bodies = { ...(body && { "application/json": body }), ...otherBodies };
  const content = Object.entries(bodies).map(([mediaType, schema]) => [
    mediaType,
    { schema, ...(mediaType === "application/json" && { example: example.body }) },
  ]);
  return {
    operationId,
    tags: [tag],
    summary,
    description,
    // Any one of them is enough.
    security: scopes.map((scope) => ({ apiKey: [scope] })),
    requestParams: {
      ...(params && { path: params }),
      ...(query && { query }),
      ...(header && { header }),
    },
    ...(content.length > 0 && {
      requestBody: { required: true, content: Object.fromEntries(content) },
    }),
    responses: { ...successOf(endpoint), ...problemsOf(endpoint) },
  };
}

function headersOf({ method, requestHeaders = {} }: Endpoint): z.ZodObject | undefined {
  const told = Object.entries(requestHeaders).map(([name, { description, isRequired }]) => {
    const header = z.string().describe(description);
    return [name, isRequired ? header : header.optional()] as const;
  });
  const key = z.string().min(1).max(255).optional();
  const once =
    method === "post"
      ? [["Idempotency-Key", key.describe("Makes a repeat give the first answer.")] as const]
      : [];
  const all = [...once, ...told];
  return all.length > 0 ? z.object(Object.fromEntries(all)) : undefined;
}

function successOf(endpoint: Endpoint): ZodOpenApiResponsesObject {
  const { status = 200, answer, answerMedia = [], answerHeaders = {}, summary } = endpoint;
  const headers = Object.fromEntries(
    Object.entries({ ...EVERY_HEADER, ...answerHeaders }).map(([name, text]) => [
      name,
      z.string().describe(text),
    ]),
  );
  const media = Object.fromEntries(
    answerMedia.map((type) => [
      type,
      { schema: z.string().meta({ override: { format: "binary" } }) },
    ]),
  );
  const content = { ...(answer && { "application/json": { schema: answer } }), ...media };
  const description = `${summary}: done.`;
  return {
    [String(status)]: {
      description,
      headers: z.object(headers),
      ...(Object.keys(content).length > 0 && { content }),
    },
  };
}

function problemsOf({ method, params, query, body, otherBodies, otherAnswers = {} }: Endpoint) {
  const known: Record<string, string> = {
    ...ALWAYS,
    ...(method === "post" && ON_POST),
    ...(params && WITH_PARAMS),
    ...((params ?? query ?? body ?? otherBodies) && WITH_INPUT),
    ...((body ?? otherBodies) && WITH_BODY),
  };
  const problems = Object.entries(known).map(([status, description]) => [
    status,
    { description, content: { "application/problem+json": { schema: Problem } } },
  ]);
  const others = Object.entries(otherAnswers).map(([status, { description, schema }]) => [
    status,
    { description, ...contentOf(Number(status), schema) },
  ]);
  return Object.fromEntries([...problems, ...others]) as ZodOpenApiResponsesObject;
}

function contentOf(status: number, schema: z.ZodType | undefined) {
  if (status >= 400) {
    return { content: { "application/problem+json": { schema: schema ?? Problem } } };
  }
  return schema ? { content: { "application/json": { schema } } } : {};
}
