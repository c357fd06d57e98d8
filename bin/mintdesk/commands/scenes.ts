import type { Command } from "commander";
import { z } from "zod";
import type { Desk } from "../desk";
import { UsageError } from "../failures";
import { findMiniProgram } from "../find-thing";
import { readPayload } from "../pairs";
import type { Setup } from "../program";
import type { Say } from "../say";
import { tellStatus } from "../tell-status";
import { textFacts } from "../text-table";

const Meaning = z.looseObject({
  version: z.number(),
  page: z.string(),
  payload: z.record(z.string(), z.unknown()).nullable(),
});

const Scene = z.looseObject({
  scene: z.string(),
  state: z.string(),
  inForce: Meaning,
  nextChangeAt: z.string().nullable(),
  latestVersion: z.number(),
  codeCount: z.number(),
});
type Scene = z.output<typeof Scene>;

interface Where {
  miniProgram?: string;
}

interface Change extends Where {
  page?: string;
  payload?: string;
  data?: string[];
  at?: string;
  note?: string;
  ifMatch?: string;
}

interface Retirement extends Where {
  why: string;
  note?: string;
  at?: string;
  fallbackPage?: string;
}

export function addSceneCommands(program: Command, { say, run }: Setup): void {
  const group = program.command("scenes").description(say("helpScenes"));
  const add = (name: string, help: string) =>
    group
      .command(name)
      .description(help)
      .argument("<scene>", say("helpScene"))
      .option("--mini-program <name>", say("helpMiniProgram"));
  run<Where>(add("get", say("helpScenesGet")), async (desk, options, value = "") => {
    const scene = await desk.client.read(`GET ${await pathOf(desk, options, value)}`, Scene);
    desk.print(scene, () => tellScene(scene, say));
  });
  const set = add("set", say("helpScenesSet"))
    .option("--page <page>", say("helpPage"))
    .option("--payload <json>", say("helpPayload"))
    .option("--data <name=value...>", say("helpData"))
    .option("--at <moment>", say("helpAt"))
    .option("--note <text>", say("helpNote"))
    .option("--if-match <etag>", say("helpIfMatch"));
  run<Change>(set, async (desk, options, value = "") => {
    const scene = await changeScene(desk, await pathOf(desk, options, value), options);
    desk.print(scene, () => tellScene(scene, say));
  });
  const retire = add("retire", say("helpScenesRetire"))
    .requiredOption("--why <why>", say("helpWhy"))
    .option("--note <text>", say("helpNote"))
    .option("--at <moment>", say("helpAt"))
    .option("--fallback-page <page>", say("helpFallback"));
  run<Retirement>(retire, async (desk, options, value = "") => {
    const { why, note, at, fallbackPage: page } = options;
    const fallback = page === undefined ? undefined : { page, payload: null };
    const path = await pathOf(desk, options, value);
    const body = { why, note, effectiveFrom: at, fallback };
    const scene = await desk.client.read(`POST ${path}/retire`, Scene, { body });
    desk.print(scene, () => tellScene(scene, say));
  });
}

/** What is not said stays as it is in force; somebody's change in between is refused by its ETag. */
async function changeScene({ client, say }: Desk, path: string, options: Change): Promise<Scene> {
  const { page, at, note, ifMatch } = options;
  const isEmpty = options.payload === "null";
  const payload = isEmpty ? null : readPayload(options, say);
  if (page === undefined && payload === null && !isEmpty) throw new UsageError(say("sceneNothing"));
  const response = await client.send(`GET ${path}`);
  const { inForce } = Scene.parse(await response.json());
  const etag = ifMatch ?? response.headers.get("etag") ?? "";
  const body = {
    page: page ?? inForce.page,
    payload: payload ?? (isEmpty ? null : inForce.payload),
    effectiveFrom: at,
    note,
  };
  return client.read(`PUT ${path}`, Scene, { body, headers: { "If-Match": etag } });
}

async function pathOf(desk: Desk, { miniProgram }: Where, scene: string): Promise<string> {
  const id = await findMiniProgram(desk, miniProgram);
  return `/mini-programs/${id}/scenes/${encodeURIComponent(scene)}`;
}

function tellScene({ scene, state, inForce, nextChangeAt, codeCount }: Scene, say: Say): string {
  return textFacts([
    [say("scene"), scene],
    [say("status"), tellStatus(state, say)],
    [say("version"), inForce.version],
    [say("page"), inForce.page],
    [say("payload"), inForce.payload],
    [say("nextChange"), nextChangeAt],
    [say("codes"), codeCount],
  ]);
}
