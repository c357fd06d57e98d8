import { openAsBlob } from "node:fs";
import { basename, extname } from "node:path";
import type { Command } from "commander";
import { askPerson } from "../ask-person";
import { Batch, batchExit, batchPath, tellBatch, watchBatch } from "../batches";
import type { Desk } from "../desk";
import { EXIT } from "../exit-codes";
import { UsageError } from "../failures";
import { findCampaign, findMiniProgram } from "../find-thing";
import { readKind } from "../kinds";
import { addLookOptions, lookOf } from "../look";
import type { LookOptions } from "../look";
import { readMapping } from "../mapping";
import type { MappingOptions } from "../mapping";
import { Preflight, tellPreflight, toAgreeTo } from "../preflight";
import type { Setup } from "../program";

interface RunOptions extends LookOptions, MappingOptions {
  miniProgram?: string;
  kind?: string;
  name?: string;
  reason?: string;
  pilot?: boolean;
  yes?: boolean;
  wait: boolean;
  encoding?: string;
  delimiter?: string;
  worksheet?: string;
  header: boolean;
}

const NAME_MAX_LENGTH = 80;

export function addRunBatchCommand(batches: Command, { say, run }: Setup): void {
  const command = batches
    .command("run")
    .description(say("helpRun"))
    .argument("<file>", say("helpFile"))
    .option("--map <field=column...>", say("helpMap"))
    .option("--mini-program <name>", say("helpMiniProgram"))
    .option("--kind <kind>", say("helpKind"))
    .option("--name <name>", say("helpBatchName"))
    .option("--label <template>", say("helpLabelTemplate"))
    .option("--page <template>", say("helpPageTemplate"))
    .option("--path <template>", say("helpPathTemplate"))
    .option("--payload <json>", say("helpFixedPayload"))
    .option("--data <name=value...>", say("helpFixedData"))
    .option("--reason <text>", say("helpReason"))
    .option("--encoding <name>", say("helpEncoding"))
    .option("--delimiter <character>", say("helpDelimiter"))
    .option("--worksheet <name>", say("helpWorksheet"))
    .option("--no-header", say("helpNoHeader"))
    .option("--pilot", say("helpPilot"))
    .option("--yes", say("helpYes"))
    .option("--no-wait", say("helpNoWait"));
  addLookOptions(command, say);
  run<RunOptions>(command, async (desk, options, name = "") => runBatch(desk, options, name));
}

async function runBatch(desk: Desk, options: RunOptions, fileName: string): Promise<number> {
  const { client, say, tell, print } = desk;
  const check = await upload(desk, options, fileName);
  const { id, newCount, badCount, price } = check;
  tell(tellPreflight(check, say));
  if (newCount === 0 || !price.isAffordable) {
    const isEmpty = newCount === 0;
    tell(say(isEmpty ? "nothingNew" : "tooExpensive"));
    print({ preflight: check, batch: null }, () => say("notStarted"));
    if (!isEmpty) return EXIT.conflict;
    return badCount > 0 ? EXIT.refused : EXIT.done;
  }
  await agree(desk, check, options.yes === true);
  const body = { leaveOutBad: badCount > 0, pilot: options.pilot === true };
  const started = await client.read(`POST ${batchPath(id)}/start`, Batch, { body });
  tell(say("batchStarted", { id: started.id }));
  const batch = options.wait ? await watchBatch(desk, started.id) : started;
  print({ preflight: check, batch }, () => tellBatch(batch, say));
  return options.wait ? batchExit(batch) : EXIT.done;
}

async function upload(desk: Desk, options: RunOptions, fileName: string): Promise<Preflight> {
  const { client, say, tell } = desk;
  const form = new FormData();
  form.set("batch", JSON.stringify(await settingsOf(desk, options, fileName)));
  const { encoding, delimiter, worksheet, header } = options;
  const choices = { encoding, delimiter, worksheet, hasHeader: String(header) };
  for (const [name, choice] of Object.entries(choices)) {
    if (choice !== undefined) form.set(name, choice);
  }
  const file = desk.fileAt(fileName);
  const blob = await openAsBlob(file).catch(() => {
    throw new UsageError(say("fileUnreadable", { file }));
  });
  form.set("file", blob, basename(file));
  tell(say("uploading", { file: basename(file) }));
  const { id } = await client.read("POST /batches", Preflight.pick({ id: true }), { form });
  return client.read(`POST ${batchPath(id)}/preflight`, Preflight);
}

async function settingsOf(desk: Desk, options: RunOptions, fileName: string): Promise<unknown> {
  const { say } = desk;
  const kind = readKind(options.kind, say);
  const { campaign, reason } = options;
  const ownName = basename(fileName, extname(fileName)).slice(0, NAME_MAX_LENGTH);
  return {
    kind,
    name: options.name ?? ownName,
    miniProgramId: await findMiniProgram(desk, options.miniProgram),
    campaignId: campaign === undefined ? undefined : await findCampaign(desk, campaign),
    ...readMapping(kind, options, say),
    ...(kind !== "WXACODE_UNLIMITED" && { reason }),
    ...lookOf(kind, options, say),
  };
}

/** Nothing of the 100,000 is used, and no row left out, without a yes. */
async function agree(desk: Desk, check: Preflight, isAgreed: boolean): Promise<void> {
  const { say } = desk;
  const points = toAgreeTo(check, say);
  if (points.length === 0 || isAgreed) return;
  const answer = await askPerson(desk, say("agreeQuestion", { points: points.join(" ") }));
  if (answer === null) throw new UsageError(say("agreeMissing", { points: points.join(" ") }));
  if (!answer) throw new UsageError(say("agreeNo"));
}
