import { z } from "zod";
import type { CampaignField } from "@/lib/campaigns/fields-schema";
import { RESERVED_QUERY_NAME, SCENE_CHARACTERS, SCENE_MAX_LENGTH } from "@/lib/wechat/limits";

export const PAYLOAD_MAX_BYTES = 8 * 1024;
/** Deeper ones are no data of a code any more, but somebody's try. */
export const PAYLOAD_MAX_DEPTH = 32;
export const WHY_MAX_LENGTH = 200;
/** How far ahead a change may be planned. */
export const CHANGE_AHEAD_MAX_MS = 2 * 366 * 86_400_000;

const utf8Length = (text: string) => new TextEncoder().encode(text).length;

/** Page of a B code: no leading slash, no query; empty means the home page. */
export const Page = z
  .string()
  .trim()
  .max(256, { error: "pageLong" })
  .refine((page) => !page.startsWith("/"), { error: "pageLeadingSlash" })
  .refine((page) => !page.includes("?"), { error: "pageQuery" })
  .refine((page) => !/[\s\u4e00-\u9fff]/.test(page) && isStorable(page), {
    error: "pageCharacters",
  })
  .refine((page) => !page.includes(RESERVED_QUERY_NAME), { error: "scancodeTime" });

export const Scene = z
  .string()
  .min(1, { error: "sceneMissing" })
  .refine((scene) => SCENE_CHARACTERS.test(scene), { error: "sceneCharacters" })
  .refine((scene) => scene.length <= SCENE_MAX_LENGTH, { error: "sceneLong" });

/** Any JSON object, up to 8 KB, that a scene shall stand for. */
export const Payload = z
  .custom<Record<string, z.core.util.JSONType>>(isObject, { error: "payloadShape", abort: true })
  .meta({ override: { type: "object", additionalProperties: true } })
  .refine((payload) => !isDeeper(payload, PAYLOAD_MAX_DEPTH), {
    error: "payloadDeep",
    abort: true,
  })
  .pipe(z.record(z.string(), z.json({ error: "payloadShape" }), { error: "payloadShape" }))
  .refine((payload) => everyValue(payload, isStorable), { error: "payloadCharacters" })
  .refine((payload) => everyValue(payload, isExact), { error: "payloadNumber" })
  .refine((payload) => utf8Length(JSON.stringify(payload)) <= PAYLOAD_MAX_BYTES, {
    error: "payloadLong",
  });
export type Payload = z.output<typeof Payload>;

/** Why a scene is retired. */
export const RetiredWhy = z.enum(["misprint", "moved", "lost", "wrong_page", "ended", "other"], {
  error: "retiredWhyMissing",
});
export type RetiredWhy = z.infer<typeof RetiredWhy>;

const Why = z
  .string()
  .trim()
  .max(WHY_MAX_LENGTH, { error: "reasonLong" })
  .refine(isStorable, { error: "reasonCharacters" });
/** Null: at once. */
const At = z.iso.datetime({ offset: true, error: "momentMissing" }).nullable();
const VersionNumber = z.int().min(1);

/** What a scene shall mean from a moment on. */
export const Change = z.object({ page: Page, payload: Payload.nullable(), at: At, why: Why });
export type Change = z.input<typeof Change>;

export const SceneId = z.object({ sceneId: z.uuid() });
export type SceneId = z.input<typeof SceneId>;

/** `latestVersion`: the newest one the form knew of, so that nobody overwrites what they have not seen. */
export const ChangeSceneInput = Change.extend({
  sceneId: z.uuid(),
  latestVersion: VersionNumber,
});
export type ChangeSceneInput = z.input<typeof ChangeSceneInput>;

export const ReturnSceneInput = z.object({
  sceneId: z.uuid(),
  latestVersion: VersionNumber,
  version: VersionNumber,
  why: Why,
});
export type ReturnSceneInput = z.input<typeof ReturnSceneInput>;

export const CancelVersionInput = z.object({ sceneId: z.uuid(), version: VersionNumber });
export type CancelVersionInput = z.input<typeof CancelVersionInput>;

/** Where a retired scene leads; null: nowhere in particular. */
const Fallback = z.strictObject({ page: Page, payload: Payload.nullable() }).nullable();

/** `knownAt`: the retirement the form knew of, null for none; it takes that one's place. */
export const RetireSceneInput = z.object({
  sceneId: z.uuid(),
  knownAt: z.iso.datetime({ offset: true }).nullable(),
  why: RetiredWhy,
  note: Why,
  fallback: Fallback,
  at: At,
});
export type RetireSceneInput = z.input<typeof RetireSceneInput>;

/** What the scenes list can be narrowed by, within one mini program. */
export const SceneFilters = z.object({
  miniProgramId: z.uuid(),
  /** `live`: not retired; `ahead`: changes by itself at a time to come. */
  state: z.enum(["live", "ahead", "retired"]).optional(),
  campaignId: z.union([z.uuid(), z.literal("none")]).optional(),
  tested: z.enum(["yes", "no"]).optional(),
  search: z
    .string()
    .trim()
    .max(64)
    .refine((text) => !text.includes("\0"))
    .optional(),
});
export type SceneFilters = z.input<typeof SceneFilters>;

export const ListScenesInput = SceneFilters.extend({
  cursor: z.string().max(500).optional(),
  limit: z.int().min(1).max(200).default(50),
});
export type ListScenesInput = z.input<typeof ListScenesInput>;

/** `ahead`: live, and a change or its retirement is planned. */
export type SceneState = "live" | "ahead" | "retired";

/** A scene as the list shows it. */
export interface SceneRow {
  id: string;
  value: string;
  createdAt: Date;
  state: SceneState;
  /** In force now. */
  version: number;
  page: string;
  payload: unknown;
  /** When it changes by itself; null: not planned. */
  nextChangeAt: Date | null;
  codeCount: number;
  /** Of the newest code that carries it. */
  label: string | null;
  campaignName: string | null;
  lastScanAt: Date | null;
  /** In the last 7 days in Beijing, today included; neither tests nor repeats. */
  recentScanCount: number;
  testedAt: Date | null;
  testedBy: string | null;
}

/** `past` ones were in force, or were overtaken before they could be. */
export type VersionState = "in_force" | "ahead" | "cancelled" | "past";

export interface SceneVersionRow {
  version: number;
  state: VersionState;
  page: string;
  payload: unknown;
  effectiveFrom: Date;
  why: string;
  returnsTo: number | null;
  /** Null for version 1 when no code says who asked for it. */
  createdBy: string | null;
  createdAt: Date;
  cancelledAt: Date | null;
  cancelledBy: string | null;
}

export interface SceneRetirement {
  at: Date;
  isAhead: boolean;
  why: RetiredWhy;
  note: string;
  by: string;
  fallback: { page: string; payload: unknown } | null;
}

/** A code that carries a scene. */
export interface CarryingCode {
  id: string;
  serial: string;
  label: string;
  status: "queued" | "sent" | "minted" | "refused" | "unknown";
  envVersion: "release" | "trial" | "develop";
  pictureSha256: string | null;
  createdAt: Date;
}

/** Everything there is to say about a scene, but for its scans. */
export interface SceneDetail {
  id: string;
  value: string;
  createdAt: Date;
  miniProgram: { id: string; name: string; wechatAppId: string; isSandbox: boolean };
  state: SceneState;
  /** In force now; for a retired one, what it would mean. */
  inForce: { version: number; page: string; payload: unknown; since: Date };
  /** When it changes by itself; null: not planned. */
  nextChangeAt: Date | null;
  /** Newest first; the last one is version 1. */
  versions: SceneVersionRow[];
  /** To be passed with a change, as what the form knew. */
  latestVersion: number;
  retirement: SceneRetirement | null;
  /** The newest first, at most 50, and how many there are. */
  codes: CarryingCode[];
  codeCount: number;
  /** Of its newest code; what payloads of it are made of. */
  campaign: { id: string; name: string; fields: CampaignField[] } | null;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return most === 0 || Object.values(value).some((inner) => isDeeper(inner, most - 1));
}

/** Keys are values too. */
function everyValue(value: unknown, test: (value: unknown) => boolean): boolean {
  if (typeof value !== "object" || value === null) return test(value);
  return Object.entries(value).every(([key, inner]) => test(key) && everyValue(inner, test));
}

/** PostgreSQL's JSON holds neither a zero character nor half of a pair. */
function isStorable(value: unknown): boolean {
  return typeof value !== "string" || (!value.includes("\0") && value.isWellFormed());
}

/** Beyond 2^53 JavaScript has long made another number of what was typed. */
function isExact(value: unknown): boolean {
  return typeof value !== "number" || !Number.isInteger(value) || Number.isSafeInteger(value);
}
