import type { Command } from "commander";
import { z } from "zod";
import { EXIT } from "../exit-codes";
import { addPageOptions, readPages } from "../pages";
import type { PageOptions } from "../pages";
import { splitPair } from "../pairs";
import type { Setup } from "../program";
import { textTable } from "../text-table";

const Entry = z.looseObject({
  seq: z.number(),
  at: z.string(),
  sentence: z.string(),
});

const Verdict = z.looseObject({
  intact: z.boolean(),
  entryCount: z.number().nullable(),
  brokenSeq: z.number().nullable(),
});

interface Filters extends PageOptions {
  filter?: string[];
}

export function addAuditCommands(program: Command, { say, run }: Setup): void {
  const group = program.command("audit").description(say("helpAudit"));
  const list = group
    .command("list")
    .description(say("helpAuditList"))
    .option("--filter <name=value...>", say("helpAuditFilter"));
  addPageOptions(list, say);
  run<Filters>(list, async (desk, { filter = [], ...pages }) => {
    const query = Object.fromEntries(filter.map((text) => splitPair(text, say)));
    const answer = await readPages(desk, "GET /audit", Entry, { query, pages });
    const rows = answer.data.map(({ seq, at, sentence }) => [seq, at, sentence]);
    desk.print(answer, () => textTable(["#", say("at"), say("what")], rows));
  });
  const verify = group.command("verify").description(say("helpAuditVerify"));
  run(verify, async ({ client, print }) => {
    const verdict = await client.read("GET /audit/verify", Verdict);
    const { intact, entryCount, brokenSeq } = verdict;
    print(verdict, () =>
      intact ? say("intact", { count: entryCount ?? 0 }) : say("broken", { seq: brokenSeq ?? "?" }),
    );
    return intact ? EXIT.done : EXIT.unexpected;
  });
}
