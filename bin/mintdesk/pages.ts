import type { Command } from "commander";
import type { z } from "zod";
import type { Ask } from "./client";
import type { Desk } from "./desk";
import type { Say } from "./say";
import { listOf } from "./views";

export interface PageOptions {
  limit?: string;
  cursor?: string;
  all?: boolean;
}

const LARGEST_PAGE = "200";

export function addPageOptions(command: Command, say: Say): void {
  command
    .option("--limit <count>", say("helpLimit"))
    .option("--cursor <cursor>", say("helpCursor"))
    .option("--all", say("helpAll"));
}

/** One page of a list, or with `--all` what is left of it. Says on standard error that there is more. */
export async function readPages<Row extends z.ZodType>(
  { client, say, tell, isJson }: Desk,
  call: string,
  row: Row,
  { query, pages: { limit, cursor, all } }: { query?: Ask["query"]; pages: PageOptions },
): Promise<{ data: z.output<Row>[]; next: string | null }> {
  const data: z.output<Row>[] = [];
  const schema = listOf(row);
  const size = limit ?? (all ? LARGEST_PAGE : undefined);
  let next: string | null = cursor ?? null;
  do {
    const asked: Ask["query"] = { ...query, limit: size, cursor: next ?? undefined };
    const page: z.output<typeof schema> = await client.read(call, schema, { query: asked });
    data.push(...(page.data as z.output<Row>[]));
    next = page.next ?? null;
    if (!all) break;
  } while (next !== null);
  if (next && !isJson) tell(say("more", { cursor: next }));
  return { data, next };
}
