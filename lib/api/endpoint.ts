import type { z } from "zod";
import type { Scope } from "@/lib/access/scopes";
import type { Context } from "@/lib/core/context";

/** Parts of the contract, in the order in which the reference shows them. */
export const TAGS = [
  "Mini programs",
  "Campaigns",
  "Codes",
  "Batches",
  "Scenes",
  "Packs",
  "Audit log",
] as const;
export type Tag = (typeof TAGS)[number];

export type Method = "get" | "post" | "put" | "patch" | "delete";

/** No parameters of the kind. */
type Nothing = Record<never, never>;
type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : Nothing;
type Input<Schema> = Schema extends z.ZodType ? z.input<Schema> : Nothing;

/** What a handler is given: everything checked by the endpoint's own schemas. */
export interface Call<Params, Query, Body> {
  ctx: Context;
  params: Params;
  query: Query;
  body: Body;
  /** The same for every repeat of a call under one Idempotency-Key, so that verbs recognise it. */
  requestKey: string;
  /** For headers (If-Match, Range) and for bodies that are not JSON. */
  request: Request;
}

/** JSON with the status the contract names, or a whole response for what is not JSON. */
export interface JsonAnswer<Body> {
  status?: number;
  headers?: Record<string, string>;
  body: Body;
}

/** A status besides the usual ones, and when it is given. */
export type OtherAnswers = Record<number, { description: string; schema?: z.ZodType }>;

/** An example of a call; the reference shows it and the contract test sends it. */
export interface Example {
  /** Names of what the contract test puts in the place of ids, see lib/api/testing/example-values.ts. */
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: unknown;
}

interface Spec<
  Params extends z.ZodObject | undefined,
  Query extends z.ZodObject | undefined,
  Body extends z.ZodType | undefined,
  Answer extends z.ZodType | undefined,
> {
  method: Method;
  /** Below `/api/v1`, with `{names}` of `params`. */
  path: `/${string}`;
  /** As programs name it: `createCampaign`. */
  operationId: string;
  tag: Tag;
  /** A key with any one of these may call it, as far as its person's role may. */
  scopes: readonly Scope[];
  /** One line in English, shown in the reference and in the document. */
  summary: string;
  description?: string;
  params?: Params;
  query?: Query;
  /** JSON, at most `MOST_BODY_BYTES`; absent: the handler reads `request` itself, or there is none. */
  body?: Body;
  /** A body the handler reads itself: its media types and their schemas, for the document. */
  otherBodies?: Record<string, z.ZodType>;
  /** The status of success; 200 when absent. */
  status?: 200 | 201 | 202 | 204;
  answer?: Answer;
  /** A success that is not JSON: its media types. */
  answerMedia?: readonly string[];
  otherAnswers?: OtherAnswers;
  /** Headers of success, and what they say. */
  answerHeaders?: Record<string, string>;
  /** Headers the handler reads, and what they are for. */
  requestHeaders?: Record<string, { description: string; isRequired: boolean }>;
  /**
   * How a POST is done once only. `atomic`: in one transaction with its remembered answer. `keyed`: it calls
   * WeChat or takes long, and its verb itself recognises a repeat by `requestKey`.
   */
  once?: "atomic" | "keyed";
  example: Example;
  handle(
    call: Call<Output<Params>, Output<Query>, Output<Body>>,
  ): Promise<JsonAnswer<Input<Answer>> | Response>;
}

/** An endpoint without the types of its parts, as the router and the document see it. */
export type Endpoint = Spec<
  z.ZodObject | undefined,
  z.ZodObject | undefined,
  z.ZodType | undefined,
  z.ZodType | undefined
>;

/** Describes one call of the API: what it takes, answers and asks for, and the verb behind it. */
export function defineEndpoint<
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  Answer extends z.ZodType | undefined = undefined,
>(spec: Spec<Params, Query, Body, Answer>): Endpoint {
  // Every part is parsed by the schema beside it before `handle` sees it.
  return spec as unknown as Endpoint;
}
