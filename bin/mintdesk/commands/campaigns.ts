import type { Command } from "commander";
import { z } from "zod";
import { UsageError } from "../failures";
import { findCampaign } from "../find-thing";
import type { Setup } from "../program";
import type { Say } from "../say";
import { textFacts, textTable } from "../text-table";
import { Campaign, listOf } from "../views";

const Full = Campaign.extend({ fields: z.array(z.unknown()), channelField: z.string().nullable() });

interface Changes {
  name?: string;
  fields?: string;
  channelField?: string;
}

export function addCampaignCommands(program: Command, { say, run }: Setup): void {
  const group = program.command("campaigns").description(say("helpCampaigns"));
  run(group.command("list").description(say("helpCampaignsList")), async ({ client, print }) => {
    const answer = await client.read("GET /campaigns", listOf(Campaign));
    const rows = answer.data.map((row) => [row.name, row.codeCount, row.createdAt, row.id]);
    print(answer, () => textTable([say("name"), say("codes"), say("created"), "id"], rows));
  });
  const create = group.command("create").description(say("helpCampaignsCreate"));
  create.argument("<name>", say("helpCampaignName"));
  run(create, async ({ client, print }, _options, name) => {
    const answer = await client.read("POST /campaigns", Full, { body: { name } });
    print(answer, () => tellCampaign(answer, say));
  });
  const get = group.command("get").description(say("helpCampaignsGet"));
  get.argument("<campaign>", say("helpCampaign"));
  run(get, async (desk, _options, told = "") => {
    const id = await findCampaign(desk, told);
    const answer = await desk.client.read(`GET /campaigns/${id}`, Full);
    desk.print(answer, () => tellCampaign(answer, say));
  });
  const update = group.command("update").description(say("helpCampaignsUpdate"));
  update
    .argument("<campaign>", say("helpCampaign"))
    .option("--name <name>", say("helpCampaignName"))
    .option("--fields <json>", say("helpCampaignFields"))
    .option("--channel-field <key>", say("helpChannelField"));
  run<Changes>(update, async (desk, { name, fields, channelField }, told = "") => {
    const body = {
      name,
      fields: fields === undefined ? undefined : readList(fields, say),
      channelField: channelField === "" ? null : channelField,
    };
    const id = await findCampaign(desk, told);
    const answer = await desk.client.read(`PATCH /campaigns/${id}`, Full, { body });
    desk.print(answer, () => tellCampaign(answer, say));
  });
}

function readList(text: string, say: Say): unknown[] {
  try {
    return z.array(z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new UsageError(say("jsonListWrong", { text }));
  }
}

function tellCampaign(campaign: z.output<typeof Full>, say: Say): string {
  return textFacts([
    [say("name"), campaign.name],
    [say("codes"), campaign.codeCount],
    [say("created"), campaign.createdAt],
    [say("fields"), campaign.fields],
    [say("channelField"), campaign.channelField],
    ["id", campaign.id],
  ]);
}
