import type { Command } from "commander";
import { z } from "zod";
import { findMiniProgram } from "../find-thing";
import type { Setup } from "../program";
import { textFacts, textTable } from "../text-table";
import { listOf, MiniProgram } from "../views";

const Row = MiniProgram.extend({ appKind: z.string(), isSandbox: z.boolean() });

const Quota = z.looseObject({
  limit: z.number(),
  spent: z.number(),
  reserved: z.number(),
  left: z.number(),
  callsLeftToday: z.number(),
  dailyLimit: z.number(),
  forecast: z.looseObject({ fullOn: z.string().nullable() }),
  drift: z.looseObject({ amount: z.number() }),
  budgets: z.array(
    z.looseObject({
      holder: z.looseObject({ name: z.string() }),
      share: z.number(),
      left: z.number(),
    }),
  ),
});

export function addMiniProgramCommands(program: Command, { say, run }: Setup): void {
  const group = program.command("mini-programs").description(say("helpMiniPrograms"));
  run(group.command("list").description(say("helpMiniProgramsList")), async ({ client, print }) => {
    const answer = await client.read("GET /mini-programs", listOf(Row));
    print(answer, () =>
      textTable(
        [say("name"), "AppID", say("kind"), "id"],
        answer.data.map((row) => [
          row.name,
          row.wechatAppId,
          row.isSandbox ? say("sandbox") : row.appKind,
          row.id,
        ]),
      ),
    );
  });
  const quota = program
    .command("quota")
    .description(say("helpQuota"))
    .argument("[miniProgram]", say("helpMiniProgram"));
  run(quota, async (desk, _options, told) => {
    const id = await findMiniProgram(desk, told);
    const quota = await desk.client.read(`GET /mini-programs/${id}/quota`, Quota);
    desk.print(quota, () =>
      textFacts([
        [say("lifetime"), quota.limit],
        [say("spent"), quota.spent],
        [say("reserved"), quota.reserved],
        [say("left"), quota.left],
        [say("callsLeftToday"), `${quota.callsLeftToday} / ${quota.dailyLimit}`],
        [say("fullOn"), quota.forecast.fullOn],
        [say("drift"), quota.drift.amount],
        ...quota.budgets.map(
          ({ holder, left, share }) => [holder.name, `${left} / ${share}`] as const,
        ),
      ]),
    );
  });
}
