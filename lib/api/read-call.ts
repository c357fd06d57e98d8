import type { z } from "zod";
import type { Call, Endpoint } from "@/lib/api/endpoint";
import { faultWords } from "@/lib/api/fault-words";
import { ApiError, at } from "@/lib/api/problem";
import { requireKeepable } from "@/lib/api/require-keepable";
import { MOST_BODY_BYTES } from "@/lib/api/schema";
import { readBoundedBytes } from "@/lib/web/read-bounded-bytes";

const MIB = 1024 * 1024;

/** What an endpoint is told by a request, checked by its schemas; a name nobody knows is a fault as well. */
export type Read = Pick<Call<object, object, unknown>, "params" | "query" | "body"> & {
  /** The body as it came, empty where the handler reads it itself. */
  bytes: Buffer;
};

/**
 * Reads path, query and JSON body. Throws ZodError, and ApiError `unsupported_media_type`, `too_large`
 * and `bad_request` (not JSON). Of a GET only the address is read.
 */
export async function readCall(
  endpoint: Endpoint,
  request: Request,
  params: Record<string, string>,
): Promise<Read> {
  const query = queryOf(request);
  return {
    params: parse(request, endpoint.params, params, ":"),
    query: parse(request, endpoint.query, query, "?"),
    ...(await readBody(endpoint, request)),
  };
}

function parse(
  request: Request,
  schema: z.ZodObject | undefined,
  told: Record<string, unknown>,
  place: "?" | ":",
): object {
  if (!schema) return {};
  const result = schema.strict().safeParse(told, faultWords(request));
  if (!result.success) throw at(place, result.error);
  return result.data;
}

/** A name that is given twice becomes a list. */
function queryOf(request: Request): Record<string, string | string[]> {
  const { searchParams } = new URL(request.url);
  const names = [...new Set(searchParams.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const all = searchParams.getAll(name);
      return [name, all.length === 1 ? (all[0] ?? "") : all];
    }),
  );
}

async function readBody(
  endpoint: Endpoint,
  request: Request,
): Promise<{ body: unknown; bytes: Buffer }> {
  const { body: schema, otherBodies = {} } = endpoint;
  const mediaType = mediaTypeOf(request);
  if (!schema || Object.hasOwn(otherBodies, mediaType))
    return { body: undefined, bytes: Buffer.alloc(0) };
  if (mediaType !== "application/json") {
    const known = ["application/json", ...Object.keys(otherBodies)].join(", ");
    throw new ApiError("unsupported_media_type", "mediaTypeUnknown", { known });
  }
  const bytes = await readBoundedBytes(request, MOST_BODY_BYTES);
  if (bytes === null) {
    throw new ApiError("too_large", "requestLarge", { most: MOST_BODY_BYTES / MIB });
  }
  const told = parseJson(bytes);
  requireKeepable(told);
  return { body: schema.parse(told, faultWords(request)), bytes };
}

/** Without its parameters, as `application/json`. */
export function mediaTypeOf(request: Request): string {
  const [type = ""] = (request.headers.get("content-type") ?? "").split(";");
  return type.trim().toLowerCase();
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new ApiError("bad_request", "bodyNotJson");
  }
}
