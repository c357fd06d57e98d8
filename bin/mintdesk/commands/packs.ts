import type { Command } from "commander";
import type { Desk } from "../desk";
import { downloadPack } from "../download-pack";
import { EXIT } from "../exit-codes";
import { UsageError } from "../failures";
import { findCampaign } from "../find-thing";
import { Pack, packExit, tellPack, waitForPack } from "../packs";
import { readObject, splitPair } from "../pairs";
import type { Setup } from "../program";
import { partOf } from "../save-file";

interface Order {
  batch?: string;
  campaign?: string;
  code?: string[];
  filter?: string[];
  form: string;
  name?: string;
  nameTemplate: string;
  ascii?: boolean;
  options?: string;
  out?: string;
}

export function addPackCommands(program: Command, { say, run }: Setup): void {
  const group = program.command("packs").description(say("helpPacks"));
  const order = group
    .command("order")
    .description(say("helpPacksOrder"))
    .option("--batch <id>", say("helpPackBatch"))
    .option("--campaign <name>", say("helpCampaign"))
    .option("--code <id...>", say("helpPackCode"))
    .option("--filter <name=value...>", say("helpPackFilter"))
    .option("--form <form>", say("helpPackForm"), "pictures")
    .option("--name <name>", say("helpPackName"))
    .option("--name-template <template>", say("helpNameTemplate"), "{serial}-{label}")
    .option("--ascii", say("helpAscii"))
    .option("--options <json>", say("helpPackOptions"))
    .option("--out <file>", say("helpOut"));
  run<Order>(order, async (desk, options) => {
    const body = {
      selection: await selectionOf(desk, options),
      options: optionsOf(desk, options),
      name:
        options.name ??
        say("packDefaultName", { day: new Date().toISOString().slice(0, 16).replace("T", " ") }),
    };
    const pack = await desk.client.read("POST /packs", Pack, { body });
    return options.out === undefined ? show(desk, pack) : fetchPack(desk, pack.id, options.out);
  });
  const get = group
    .command("get")
    .description(say("helpPacksGet"))
    .argument("<id>", say("helpId"))
    .option("--out <file>", say("helpOut"));
  run<{ out?: string }>(get, async (desk, { out }, id = "") => {
    if (out !== undefined) return fetchPack(desk, id, out);
    return show(desk, await desk.client.read(`GET /packs/${encodeURIComponent(id)}`, Pack));
  });
}

function show({ print, say }: Desk, pack: Pack): number {
  print(pack, () => tellPack(pack, say));
  return packExit(pack);
}

/** Ctrl-C leaves what has come so far; the same command goes on with it. */
async function fetchPack(desk: Desk, id: string, out: string): Promise<number> {
  const { say, tell, fileAt, signal, print } = desk;
  const file = fileAt(out);
  try {
    const pack = await waitForPack(desk, id);
    if (pack.status !== "ready") return show(desk, pack);
    await downloadPack(desk, pack, file);
    print({ ...pack, file }, () => `${tellPack(pack, say)}\n${say("saved", { file })}`);
    return EXIT.done;
  } catch (error) {
    if (signal.aborted) tell(say("packGoesOn", { id, part: partOf(file) }));
    throw error;
  }
}

async function selectionOf(desk: Desk, { batch, campaign, code, filter }: Order): Promise<unknown> {
  const told = [batch, campaign, code, filter].filter((one) => one !== undefined);
  if (told.length !== 1) throw new UsageError(desk.say("packWhat"));
  if (batch !== undefined) return { kind: "batch", batchId: batch };
  if (campaign !== undefined) {
    return { kind: "campaign", campaignId: await findCampaign(desk, campaign) };
  }
  if (code) return { kind: "codes", codeIds: code };
  const filters = (filter ?? []).map((text) => splitPair(text, desk.say));
  return { kind: "filter", filters: Object.fromEntries(filters) };
}

function optionsOf({ say }: Desk, { form, nameTemplate, ascii = false, options }: Order): unknown {
  const isZip = ["pictures", "framed", "posters"].includes(form);
  return {
    form,
    ...(isZip && { nameTemplate, isAscii: ascii }),
    ...(options !== undefined && readObject(options, say)),
  };
}
