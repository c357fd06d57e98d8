import { z } from "zod";
import { isQueryOnly, MintCodeInput } from "@/lib/codes/schema";
import { payloadProblems } from "@/lib/campaigns/fields-schema";
import type { CampaignRow } from "@/lib/campaigns/schema";
import type { CodeDetail, CodeKind, EnvVersion } from "@/lib/codes/schema";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";

/** Everything the form holds, for all kinds at once: changing the kind loses nothing typed. */
export interface MintFormValues {
  kind: CodeKind;
  miniProgramId: string;
  campaignId: string | null;
  label: string;
  tags: string[];
  page: string;
  /** Both ways are kept; `payload` is the JSON as written. */
  carries: { as: "scene" | "payload"; scene: string; payload: string };
  checkPath: boolean;
  path: string;
  reason: string;
  width: number;
  autoColor: boolean;
  lineColor: string;
  isHyaline: boolean;
  envVersion: EnvVersion;
}

export type MintCampaign = Pick<CampaignRow, "id" | "name" | "fields">;

/** Stands in where a form is only looked at, not sent. */
export const NO_REQUEST_KEY = "00000000-0000-4000-8000-000000000000";

/** What a JSON text says; null when it is not JSON. */
export function parsePayload(text: string): { payload: unknown } | null {
  try {
    return { payload: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** The input of the verb, unchecked: only the fields of the chosen kind. */
export function toMintInput(values: MintFormValues, requestKey: string): unknown {
  const { kind, miniProgramId, campaignId, label, tags, width } = values;
  const common = { kind, requestKey, miniProgramId, campaignId, label, tags, width };
  if (kind === "WXA_QRCODE") return { ...common, path: values.path, reason: values.reason };
  const { autoColor, lineColor, isHyaline, envVersion } = values;
  const look = { autoColor, lineColor, isHyaline, envVersion };
  if (kind === "WXACODE") return { ...common, ...look, path: values.path, reason: values.reason };
  const { as, scene, payload } = values.carries;
  const carries =
    as === "scene" ? { as, scene } : { as, payload: parsePayload(payload)?.payload ?? payload };
  return { ...common, ...look, page: values.page, carries, checkPath: values.checkPath };
}

/** The form as the schema sees it; its issues carry the names of the form's fields. */
export const MintForm = z
  .custom<MintFormValues>()
  .transform((values) => toMintInput(values, NO_REQUEST_KEY))
  .pipe(MintCodeInput);

/** The same, and what depends on the chosen mini program or game, and on the campaign's fields. */
export function mintFormFor(
  miniPrograms: readonly Pick<MiniProgramRow, "id" | "appKind">[],
  campaigns: readonly MintCampaign[],
) {
  return MintForm.refine(
    (input) => {
      if (input.kind === "WXACODE_UNLIMITED" || !isQueryOnly(input.path)) return true;
      return miniPrograms.find(({ id }) => id === input.miniProgramId)?.appKind !== "mini_program";
    },
    { path: ["path"], error: "pathQueryOnly" },
  ).refine(
    (input) => {
      if (input.kind !== "WXACODE_UNLIMITED" || input.carries.as !== "payload") return true;
      const campaign = campaigns.find(({ id }) => id === input.campaignId);
      return payloadProblems(campaign?.fields ?? [], input.carries.payload).length === 0;
    },
    { path: ["carries", "payload"], error: "payloadUnfit" },
  );
}

/** The fields that can be at fault, in the order of the form. */
export const MINT_FIELDS = [
  "miniProgramId",
  "label",
  "campaignId",
  "tags",
  "page",
  "carries.scene",
  "carries.payload",
  "path",
  "reason",
  "width",
  "lineColor",
] as const;
export type MintField = (typeof MINT_FIELDS)[number];

/** An empty form for a mini program, with its own defaults. */
export function emptyMintForm(miniProgram: MiniProgramRow | undefined): MintFormValues {
  return {
    kind: "WXACODE_UNLIMITED",
    miniProgramId: miniProgram?.id ?? "",
    campaignId: null,
    label: "",
    tags: [],
    page: miniProgram?.defaultPage ?? "",
    carries: { as: "scene", scene: "", payload: "" },
    checkPath: true,
    path: "",
    reason: "",
    width: miniProgram?.defaultWidth ?? 430,
    autoColor: false,
    lineColor: miniProgram?.defaultLineColor ?? "#000000",
    isHyaline: false,
    envVersion: "release",
  };
}

/** A form that would mint the like of a code. */
export function mintFormLike(code: CodeDetail): MintFormValues {
  const isUnlimited = code.kind === "WXACODE_UNLIMITED";
  const hasPayload = code.payload !== null && code.payload !== undefined;
  return {
    kind: code.kind,
    miniProgramId: code.miniProgram.id,
    campaignId: code.campaign?.id ?? null,
    label: code.label,
    tags: code.tags,
    page: isUnlimited ? code.target : "",
    carries: {
      as: hasPayload ? "payload" : "scene",
      scene: hasPayload ? "" : (code.scene ?? ""),
      payload: hasPayload ? JSON.stringify(code.payload, null, 2) : "",
    },
    checkPath: code.checkPath,
    path: isUnlimited ? "" : code.target,
    reason: code.reason,
    width: code.width,
    autoColor: code.autoColor,
    lineColor: code.lineColor,
    isHyaline: code.isHyaline,
    envVersion: code.envVersion,
  };
}
