import type { Command } from "commander";
import { Code, tellCode } from "../codes";
import { findCampaign, findMiniProgram } from "../find-thing";
import { readKind } from "../kinds";
import { addPageOptions, readPages } from "../pages";
import type { PageOptions } from "../pages";
import type { Setup } from "../program";
import { savePicture } from "../save-file";
import { tellStatus } from "../tell-status";
import { textTable } from "../text-table";

interface Filters extends PageOptions {
  miniProgram?: string;
  campaign?: string;
  kind?: string;
  status?: string;
  env?: string;
  tag?: string;
  from?: string;
  to?: string;
  search?: string;
}

/** All but `codes mint`, which gets a file of its own. */
export function addCodeCommands(program: Command, setup: Setup): Command {
  const { say, run } = setup;
  const group = program.command("codes").description(say("helpCodes"));
  addList(group, setup);
  const get = group.command("get").description(say("helpCodesGet"));
  get.argument("<id>", say("helpId"));
  run(get, async ({ client, print }, _options, id = "") => {
    const code = await client.read(`GET /codes/${encodeURIComponent(id)}`, Code);
    print(code, () => tellCode(code, say));
  });
  const image = group.command("image").description(say("helpCodesImage"));
  image.argument("<id>", say("helpId")).requiredOption("--out <file>", say("helpOut"));
  run<{ out: string }>(image, async (desk, { out }, id = "") => {
    const file = desk.fileAt(out);
    const mediaType = await savePicture(desk, id, file);
    desk.print({ file, mediaType }, () => say("saved", { file }));
  });
  return group;
}

function addList(group: Command, { say, run }: Setup): void {
  const list = group
    .command("list")
    .description(say("helpCodesList"))
    .option("--mini-program <name>", say("helpMiniProgram"))
    .option("--campaign <name>", say("helpCampaign"))
    .option("--kind <kind>", say("helpKind"))
    .option("--status <status>", say("helpStatus"))
    .option("--env <version>", say("helpEnvFilter"))
    .option("--tag <tag>", say("helpTag"))
    .option("--from <day>", say("helpFrom"))
    .option("--to <day>", say("helpTo"))
    .option("--search <text>", say("helpSearch"));
  addPageOptions(list, say);
  run<Filters>(list, async (desk, { miniProgram, campaign, kind, env, ...rest }) => {
    const { status, tag, from, to, search } = rest;
    const query = {
      miniProgramId: miniProgram && (await findMiniProgram(desk, miniProgram)),
      campaignId:
        campaign === undefined || campaign === "none"
          ? campaign
          : await findCampaign(desk, campaign),
      kind: kind === undefined ? undefined : readKind(kind, say),
      envVersion: env,
      status,
      tag,
      from,
      to,
      search,
    };
    const answer = await readPages(desk, "GET /codes", Code, { query, pages: rest });
    const rows = answer.data.map((code) => [
      code.serial,
      code.label,
      tellStatus(code.status, say),
      code.scene ?? code.target,
      code.id,
    ]);
    desk.print(answer, () =>
      textTable([say("serial"), say("label"), say("status"), say("target"), "id"], rows),
    );
  });
}
