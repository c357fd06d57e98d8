import { z } from "zod";
import { Id, Moment } from "@/lib/api/schema";
import { CodeStatus, EnvVersion } from "@/lib/codes/schema";
import { RetiredWhy } from "@/lib/scenes/schema";
import type { SceneDetail, SceneRetirement, SceneRow, SceneVersionRow } from "@/lib/scenes/schema";

const PayloadJson = z
  .unknown()
  .describe("A JSON object, or null.")
  .meta({ override: { type: ["object", "null"], additionalProperties: true } });
const State = z
  .enum(["live", "ahead", "retired"])
  .describe("`ahead`: live, and a change or its retirement is planned.");

/** A scene as lists tell it. */
export const SceneSummary = z
  .object({
    id: Id,
    scene: z.string().describe("What codes carry."),
    createdAt: Moment,
    state: State,
    version: z.int().min(1).describe("In force now."),
    page: z.string(),
    payload: PayloadJson,
    nextChangeAt: Moment.nullable().describe("When it changes by itself; null: not planned."),
    codeCount: z.int().min(0),
    label: z.string().nullable().describe("Of the newest code that carries it."),
    campaignName: z.string().nullable(),
    lastScanAt: Moment.nullable(),
    recentScanCount: z.int().min(0).describe("In the last 7 days in Beijing, today included."),
    testedAt: Moment.nullable(),
  })
  .meta({ id: "SceneSummary" });

const Version = z
  .object({
    version: z.int().min(1),
    state: z.enum(["in_force", "ahead", "cancelled", "past"]),
    page: z.string(),
    payload: PayloadJson,
    effectiveFrom: Moment,
    note: z.string(),
    returnsTo: z.int().nullable().describe("The version it brought back."),
    createdBy: z.string().nullable(),
    createdAt: Moment,
    cancelledAt: Moment.nullable(),
    cancelledBy: z.string().nullable(),
  })
  .meta({ id: "SceneVersion" });

const Retirement = z
  .object({
    at: Moment,
    isAhead: z.boolean(),
    why: RetiredWhy,
    note: z.string(),
    by: z.string(),
    fallback: z.object({ page: z.string(), payload: PayloadJson }).nullable(),
  })
  .meta({ id: "SceneRetirement" });

const CarryingCode = z
  .object({
    id: Id,
    serial: z.string(),
    label: z.string(),
    status: CodeStatus,
    envVersion: EnvVersion,
    createdAt: Moment,
  })
  .meta({ id: "CarryingCode" });

/** A scene as programs see it. */
export const Scene = z
  .object({
    id: Id,
    miniProgramId: Id,
    scene: z.string().describe("What codes carry."),
    createdAt: Moment,
    state: State,
    inForce: z
      .object({ version: z.int().min(1), page: z.string(), payload: PayloadJson, since: Moment })
      .describe("What a scan is answered now; of a retired one, what it would be."),
    nextChangeAt: Moment.nullable().describe("When it changes by itself; null: not planned."),
    latestVersion: z.int().min(1).describe("The ETag begins with it."),
    versions: z.array(Version).describe("Newest first; the last one is what was minted."),
    retirement: Retirement.nullable(),
    codes: z.array(CarryingCode).describe("The newest first, at most 50."),
    codeCount: z.int().min(0),
    campaign: z.object({ id: Id, name: z.string() }).nullable().describe("Of its newest code."),
  })
  .meta({ id: "Scene" });

export function sceneSummary(row: SceneRow): z.input<typeof SceneSummary> {
  const { id, value, state, version, page, payload, codeCount, label, campaignName } = row;
  return {
    id,
    scene: value,
    createdAt: row.createdAt.toISOString(),
    state,
    version,
    page,
    payload,
    nextChangeAt: row.nextChangeAt?.toISOString() ?? null,
    codeCount,
    label,
    campaignName,
    lastScanAt: row.lastScanAt?.toISOString() ?? null,
    recentScanCount: row.recentScanCount,
    testedAt: row.testedAt?.toISOString() ?? null,
  };
}

export function sceneView(scene: SceneDetail): z.input<typeof Scene> {
  const { id, value, state, latestVersion, codeCount, campaign, retirement } = scene;
  const { version, page, payload, since } = scene.inForce;
  return {
    id,
    miniProgramId: scene.miniProgram.id,
    scene: value,
    createdAt: scene.createdAt.toISOString(),
    state,
    inForce: { version, page, payload, since: since.toISOString() },
    nextChangeAt: scene.nextChangeAt?.toISOString() ?? null,
    latestVersion,
    versions: scene.versions.map(versionView),
    retirement: retirement && retirementView(retirement),
    codes: scene.codes.map(codeView),
    codeCount,
    campaign: campaign && { id: campaign.id, name: campaign.name },
  };
}

function versionView(row: SceneVersionRow): z.input<typeof Version> {
  const { version, state, page, payload, why, returnsTo, createdBy, cancelledBy } = row;
  return {
    version,
    state,
    page,
    payload,
    effectiveFrom: row.effectiveFrom.toISOString(),
    note: why,
    returnsTo,
    createdBy,
    createdAt: row.createdAt.toISOString(),
    cancelledAt: row.cancelledAt?.toISOString() ?? null,
    cancelledBy,
  };
}

function retirementView(row: SceneRetirement): z.input<typeof Retirement> {
  const { at, isAhead, why, note, by, fallback } = row;
  return {
    at: at.toISOString(),
    isAhead,
    why,
    note,
    by,
    fallback: fallback && { page: fallback.page, payload: fallback.payload },
  };
}

function codeView(code: SceneDetail["codes"][number]): z.input<typeof CarryingCode> {
  const { id, serial, label, status, envVersion, createdAt } = code;
  return { id, serial, label, status, envVersion, createdAt: createdAt.toISOString() };
}
