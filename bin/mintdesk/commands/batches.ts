import type { Command } from "commander";
import { Batch, batchExit, batchPath, tellBatch, watchBatch } from "../batches";
import { findCampaign, findMiniProgram } from "../find-thing";
import { addPageOptions, readPages } from "../pages";
import type { PageOptions } from "../pages";
import type { Setup } from "../program";
import { tellStatus } from "../tell-status";
import { textTable } from "../text-table";

interface Filters extends PageOptions {
  miniProgram?: string;
  campaign?: string;
  status?: string;
}

/** All but `batches run`, which gets a file of its own. */
export function addBatchCommands(program: Command, setup: Setup): Command {
  const { say, run } = setup;
  const group = program.command("batches").description(say("helpBatches"));
  const add = (name: string, help: string) =>
    group.command(name).description(help).argument("<id>", say("helpId"));
  addList(group, setup);
  run(add("get", say("helpBatchesGet")), async ({ client, print }, _options, id = "") => {
    const batch = await client.read(`GET ${batchPath(id)}`, Batch);
    print(batch, () => tellBatch(batch, say));
  });
  run(add("watch", say("helpBatchesWatch")), async (desk, _options, id = "") => {
    const batch = await watchBatch(desk, id);
    desk.print(batch, () => tellBatch(batch, say));
    return batchExit(batch);
  });
  const acts = {
    pause: say("helpBatchesPause"),
    resume: say("helpBatchesResume"),
    cancel: say("helpBatchesCancel"),
    retry: say("helpBatchesRetry"),
  };
  for (const [act, help] of Object.entries(acts)) {
    run(add(act, help), async ({ client, print }, _options, id = "") => {
      const batch = await client.read(`POST ${batchPath(id)}/${act}`, Batch);
      print(batch, () => tellBatch(batch, say));
    });
  }
  return group;
}

function addList(group: Command, { say, run }: Setup): void {
  const list = group
    .command("list")
    .description(say("helpBatchesList"))
    .option("--mini-program <name>", say("helpMiniProgram"))
    .option("--campaign <name>", say("helpCampaign"))
    .option("--status <status>", say("helpBatchStatus"));
  addPageOptions(list, say);
  run<Filters>(list, async (desk, { miniProgram, campaign, status, ...pages }) => {
    const query = {
      miniProgramId: miniProgram && (await findMiniProgram(desk, miniProgram)),
      campaignId: campaign && (await findCampaign(desk, campaign)),
      status,
    };
    const answer = await readPages(desk, "GET /batches", Batch, { query, pages });
    const rows = answer.data.map((batch) => [
      batch.name,
      tellStatus(batch.status, say),
      batch.rowCount,
      batch.counts?.minted ?? 0,
      batch.id,
    ]);
    desk.print(answer, () =>
      textTable([say("name"), say("status"), say("rows"), say("minted"), "id"], rows),
    );
  });
}
