import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENDPOINTS } from "@/lib/api/endpoints";
import type { Endpoint } from "@/lib/api/endpoint";
import { Problem } from "@/lib/api/problem";
import { openApiDesk } from "@/lib/api/testing/api-desk";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import { fillExample } from "@/lib/api/testing/fill-example";
import type { FilledExample } from "@/lib/api/testing/fill-example";
import { asPerson } from "@/lib/testing/test-runtime";

const RUNS = 60;
/** Nothing of these may ever be read in an answer. */
const INSIDES = /\bat \/|node_modules|\.ts:\d|prisma|SELECT |stack|errno|ECONN/i;

let desk: ApiDesk;
beforeAll(async () => {
  desk = await openApiDesk();
});
afterAll(() => desk.close());

/** What breaks careless programs: empty, endless, control characters, half of a pair, other people's syntax. */
const NASTY = [
  ["", " ", "\0", "a\0b", "\u202e", "\ud800", "💥".repeat(300), "a".repeat(20_000)],
  ["../../etc/passwd", "%00", "%", "{店名}", "'; DROP TABLE codes; --", "<script>"],
  ["__proto__", "constructor", "-1", "1e999", "NaN", "9999999999999999999", "2026-13-45"],
].flat();
const leaf = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: "binary" }), fc.jsonValue());

/** The example with one thing in it replaced, taken away or added; or something else altogether. */
function mutated(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== "object" || value === null) return leaf;
  const names = Object.keys(value);
  const added = fc.tuple(fc.constantFrom(...NASTY, "extra"), leaf);
  const swap = (name: string, inner: unknown) =>
    Array.isArray(value)
      ? value.map((old: unknown, place) => (String(place) === name ? inner : old))
      : { ...value, [name]: inner };
  const one = names.map((name) => {
    const inner: unknown = Reflect.get(value, name);
    return fc.oneof(mutated(inner), leaf, fc.constant(undefined)).map((to) => swap(name, to));
  });
  return fc.oneof(
    ...one,
    added.map(([name, inner]) => swap(name, inner)),
    leaf,
  );
}

interface Sent {
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
  contentType: string;
}

function requestsLike(endpoint: Endpoint, example: FilledExample): fc.Arbitrary<Sent> {
  const names = Object.keys(endpoint.query?.shape ?? {});
  const text = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: "grapheme" }));
  const query = fc.dictionary(fc.constantFrom(...names, "extra"), text, { maxKeys: 4 });
  const params = Object.entries(example.params).map(([name, value]) => [
    name,
    fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: text }),
  ]);
  return fc.record({
    params: fc.record(Object.fromEntries(params) as Record<string, fc.Arbitrary<string>>),
    query: fc.oneof(fc.constant(example.query), query),
    body: endpoint.method === "get" ? fc.constant(undefined) : mutated(example.body ?? {}),
    contentType: fc.oneof(
      { weight: 9, arbitrary: fc.constant("application/json") },
      { weight: 1, arbitrary: fc.constantFrom("text/csv", "multipart/form-data") },
    ),
  });
}

async function send(endpoint: Endpoint, sent: Sent, key: string): Promise<Response> {
  let address: string = endpoint.path;
  for (const [name, value] of Object.entries(sent.params)) {
    address = address.replace(`{${name}}`, () => encodeURIComponent(value.toWellFormed()));
  }
  const query = new URLSearchParams(sent.query).toString();
  return desk.ask(`${endpoint.method.toUpperCase()} ${address}${query && `?${query}`}`, {
    key,
    body: sent.body,
    headers: sent.body === undefined ? {} : { "Content-Type": sent.contentType },
  });
}

describe("whatever it is sent", () => {
  it.each(ENDPOINTS.map((endpoint) => [endpoint.operationId, endpoint] as const))(
    "%s answers, and says of a failure what a program may know",
    async (_, endpoint) => {
      const key = await desk.keyOf(await asPerson(desk.runtime, "operator"));
      const example = await fillExample(desk, endpoint.example);
      await fc.assert(
        fc.asyncProperty(requestsLike(endpoint, example), async (sent) => {
          const response = await send(endpoint, sent, key);
          expect(response.status).not.toBe(500);
          if (response.status < 400) return void response.body?.cancel();
          expect(response.headers.get("content-type")).toBe("application/problem+json");
          const text = await response.text();
          expect(text).not.toMatch(INSIDES);
          Problem.parse(JSON.parse(text));
        }),
        { numRuns: RUNS },
      );
    },
    120_000,
  );
});
