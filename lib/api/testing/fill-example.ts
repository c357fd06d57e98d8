import type { Example } from "@/lib/api/endpoint";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import { EXAMPLE_VALUES } from "@/lib/api/testing/example-values";

/** An example that can be sent. */
export interface FilledExample {
  params: Record<string, string>;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: unknown;
}

/** The example with its names replaced by what stands behind them, wherever they stand. */
export async function fillExample(desk: ApiDesk, example: Example): Promise<FilledExample> {
  const { params = {}, query = {}, headers = {}, body } = example;
  const all = await fill(desk, { params, query, headers, body });
  return all as FilledExample;
}

async function fill(desk: ApiDesk, value: unknown): Promise<unknown> {
  if (typeof value === "string") return (await EXAMPLE_VALUES[value]?.(desk)) ?? value;
  if (Array.isArray(value)) return Promise.all(value.map((inner) => fill(desk, inner)));
  if (typeof value !== "object" || value === null) return value;
  const names = Object.entries(value);
  const inner = names.map(async ([name, old]) => [name, await fill(desk, old)] as const);
  return Object.fromEntries(await Promise.all(inner));
}
