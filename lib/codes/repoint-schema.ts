import { z } from "zod";
import { TAG_MAX_LENGTH } from "@/lib/codes/schema";
import { Change, Page, Payload } from "@/lib/scenes/schema";

/** More are chosen in several steps. */
export const REPOINT_MAX_COUNT = 100_000;
export const REPOINT_SHOWN_COUNT = 20;
export const PAYLOAD_KEY_MAX_LENGTH = 100;
export const PAYLOAD_VALUE_MAX_LENGTH = 500;

const PayloadKey = z
  .string()
  .min(1, { error: "repointKeyMissing" })
  .max(PAYLOAD_KEY_MAX_LENGTH, { error: "repointKeyLong" })
  .refine(isStorable, { error: "inputInvalid" });

/** Which scenes of B codes; all that is said has to be so. Page and data are those in force at the moment of the change. */
export const RepointFilter = z
  .object({
    miniProgramId: z.uuid({ error: "miniProgramMissing" }),
    campaignId: z.union([z.uuid(), z.literal("none")]).optional(),
    tag: z.string().trim().min(1).max(TAG_MAX_LENGTH).refine(isStorable).optional(),
    batchId: z.uuid().optional(),
    page: Page.optional(),
    payloadKey: PayloadKey.optional(),
    /** Of that key, as text: 7 and "7" are both 7. */
    payloadValue: z.string().max(PAYLOAD_VALUE_MAX_LENGTH).refine(isStorable).optional(),
  })
  .refine(({ payloadKey, payloadValue }) => payloadKey !== undefined || !payloadValue, {
    path: ["payloadKey"],
    error: "repointKeyMissing",
  });
export type RepointFilter = z.input<typeof RepointFilter>;

/** What of the payload changes. */
export const PayloadChange = z.discriminatedUnion("as", [
  z.object({ as: z.literal("keep") }),
  z.object({
    as: z.literal("keys"),
    set: Payload.default({}),
    remove: z.array(PayloadKey).max(50).default([]),
  }),
  z.object({ as: z.literal("replace"), payload: Payload }),
]);
export type PayloadChange = z.output<typeof PayloadChange>;

export const RepointChange = z
  .object({
    /** Absent: each stays on its page. */
    page: Page.optional(),
    payload: PayloadChange,
    at: Change.shape.at,
    why: Change.shape.why,
  })
  .refine(({ page, payload }) => page !== undefined || hasChange(payload), {
    path: ["page"],
    error: "repointNothing",
  });

export const PreviewRepointInput = z.object({ filter: RepointFilter, change: RepointChange });
export type PreviewRepointInput = z.input<typeof PreviewRepointInput>;
export type ParsedRepoint = z.output<typeof PreviewRepointInput>;

export const RepointScenesInput = PreviewRepointInput.extend({
  /** How many the preview said would change; another number now is refused. */
  expectedCount: z.int().min(1).max(REPOINT_MAX_COUNT),
});
export type RepointScenesInput = z.input<typeof RepointScenesInput>;

/** Where a scan leads. */
export interface RepointMeaning {
  page: string;
  payload: unknown;
}

/** A scene that would change. */
export interface RepointRow {
  sceneId: string;
  scene: string;
  /** Of the newest code that carries it. */
  label: string;
  serial: string;
  before: RepointMeaning;
  after: RepointMeaning;
}

/** Why scenes that were found stay as they are. */
export interface RepointLeftOut {
  retired: number;
  /** They mean just that already. */
  same: number;
  /** Their payload would not be what their campaign's payloads are made of. */
  unfit: number;
  /** Their payload would be longer than 8 KB. */
  long: number;
}

export interface RepointPreview {
  /** Would change. */
  sceneCount: number;
  leftOut: RepointLeftOut;
  /** Of those that would change: a change planned for later takes over when its moment comes. */
  aheadCount: number;
  /** The first 20. */
  rows: RepointRow[];
}

export interface RepointResult {
  sceneCount: number;
  leftOutCount: number;
}

function hasChange(payload: PayloadChange): boolean {
  if (payload.as === "keep") return false;
  return (
    payload.as === "replace" || payload.remove.length > 0 || Object.keys(payload.set).length > 0
  );
}

/** PostgreSQL text holds every character but this one. */
function isStorable(text: string): boolean {
  return !text.includes("\0");
}
