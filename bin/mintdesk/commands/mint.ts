import type { Command } from "commander";
import { codeExit, Code, tellCode } from "../codes";
import type { Desk } from "../desk";
import { UsageError } from "../failures";
import { findCampaign, findMiniProgram } from "../find-thing";
import { follow } from "../follow";
import { readKind } from "../kinds";
import { readPayload } from "../pairs";
import type { Setup } from "../program";
import { addLookOptions, lookOf } from "../look";
import type { LookOptions } from "../look";
import { savePicture } from "../save-file";

interface MintOptions extends LookOptions {
  miniProgram?: string;
  kind?: string;
  label?: string;
  page?: string;
  scene?: string;
  payload?: string;
  data?: string[];
  path?: string;
  reason?: string;
  out?: string;
}

export function addMintCommand(codes: Command, { say, run }: Setup): void {
  const mint = codes
    .command("mint")
    .description(say("helpMint"))
    .option("--mini-program <name>", say("helpMiniProgram"))
    .option("--kind <kind>", say("helpKind"))
    .option("--label <text>", say("helpLabel"))
    .option("--page <page>", say("helpPage"))
    .option("--scene <scene>", say("helpScene"))
    .option("--payload <json>", say("helpPayload"))
    .option("--data <name=value...>", say("helpData"))
    .option("--path <path>", say("helpPath"))
    .option("--reason <text>", say("helpReason"))
    .option("--out <file>", say("helpOutPicture"));
  addLookOptions(mint, say);
  run<MintOptions>(mint, async (desk, options) => {
    const made = await desk.client.read("POST /codes", Code, { body: await bodyOf(desk, options) });
    const code = options.out === undefined ? made : await waitForPicture(desk, made);
    if (options.out !== undefined && code.status === "minted") {
      const file = desk.fileAt(options.out);
      await savePicture(desk, code.id, file);
      desk.tell(say("saved", { file }));
    }
    desk.print({ ...code, reused: made.reused ?? false }, () =>
      tellCode({ ...code, reused: made.reused }, say),
    );
    return codeExit(code);
  });
}

async function bodyOf(desk: Desk, options: MintOptions): Promise<unknown> {
  const { say } = desk;
  const kind = readKind(options.kind, say);
  const { label, page, path, reason, campaign } = options;
  const goal =
    kind === "WXACODE_UNLIMITED" ? { page, carries: carriesOf(desk, options) } : { path, reason };
  return {
    kind,
    miniProgramId: await findMiniProgram(desk, options.miniProgram),
    campaignId: campaign === undefined ? undefined : await findCampaign(desk, campaign),
    label,
    ...goal,
    ...lookOf(kind, options, say),
  };
}

function carriesOf({ say }: Desk, options: MintOptions) {
  const payload = readPayload(options, say);
  const { scene } = options;
  if ((scene === undefined) === (payload === null)) throw new UsageError(say("sceneOrPayload"));
  return scene === undefined ? { as: "payload", payload } : { as: "scene", scene };
}

/** A code that was queued gets its picture later. One that a second person must approve is not waited for. */
async function waitForPicture({ client, signal, tell, say }: Desk, made: Code): Promise<Code> {
  if (isSettled(made)) return made;
  tell(say("pictureAwaited"));
  return follow(() => client.read(`GET /codes/${made.id}`, Code), isSettled, signal);
}

function isSettled({ status, isAwaitingApproval }: Code): boolean {
  return isAwaitingApproval === true || !["queued", "sent"].includes(status);
}
