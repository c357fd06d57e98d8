import { z } from "zod";
import { momentOfField } from "@/components/scenes/detail/beijing-moment";
import type { When } from "@/components/scenes/detail/change-form-values";
import { payloadOf } from "@/components/scenes/detail/payload-text";
import { readCell } from "@/lib/campaigns/fields-schema";
import type { CampaignField } from "@/lib/campaigns/fields-schema";
import { PreviewRepointInput } from "@/lib/codes/repoint-schema";

/** Stands for “any” in a list of choices. */
export const ANY = "any";

export interface SetKey {
  key: string;
  /** As typed. */
  text: string;
}

/** What the form holds, all ways of changing at once: choosing another loses nothing typed. */
export interface RepointFormValues {
  filter: {
    miniProgramId: string;
    campaignId: string;
    batchId: string;
    tag: string;
    pageIs: "any" | "this";
    page: string;
    payloadKey: string;
    payloadValue: string;
  };
  change: {
    pageTo: "keep" | "new";
    page: string;
    payload: { as: "keep" | "keys" | "replace"; set: SetKey[]; remove: string; payload: string };
    when: When;
    at: string;
    why: string;
  };
}

/** An empty form; with a page, for those that lead to it. */
export function emptyRepointForm(miniProgramId: string, page: string | null): RepointFormValues {
  return {
    filter: {
      miniProgramId,
      campaignId: ANY,
      batchId: ANY,
      tag: "",
      pageIs: page === null ? "any" : "this",
      page: page ?? "",
      payloadKey: "",
      payloadValue: "",
    },
    change: {
      pageTo: "new",
      page: "",
      payload: { as: "keep", set: [{ key: "", text: "" }], remove: "", payload: "" },
      when: "now",
      at: "",
      why: "",
    },
  };
}

/** What a typed value becomes: what its field makes of it, else JSON where it is such, else the text. */
export function readValue(field: CampaignField | undefined, text: string): unknown {
  if (field) return readCell(field, text) ?? "";
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The input of the verb, unchecked. */
export function toRepointInput(
  { filter, change }: RepointFormValues,
  fields: readonly CampaignField[],
): unknown {
  const { miniProgramId, campaignId, batchId, tag, pageIs, page, payloadKey, payloadValue } =
    filter;
  return {
    filter: {
      miniProgramId,
      ...(campaignId !== ANY && { campaignId }),
      ...(batchId !== ANY && { batchId }),
      ...(tag.trim() !== "" && { tag }),
      ...(pageIs === "this" && { page }),
      ...(payloadKey !== "" && { payloadKey }),
      ...(payloadKey + payloadValue !== "" && { payloadValue }),
    },
    change: {
      ...(change.pageTo === "new" && { page: change.page }),
      payload: toPayloadChange(change.payload, fields),
      at: change.when === "now" ? null : momentOfField(change.at),
      why: change.why,
    },
  };
}

function toPayloadChange(
  { as, set, remove, payload }: RepointFormValues["change"]["payload"],
  fields: readonly CampaignField[],
): unknown {
  if (as === "keep") return { as };
  if (as === "replace") return { as, payload: payloadOf(payload) };
  const named = set.filter(({ key }) => key.trim() !== "");
  return {
    as,
    set: Object.fromEntries(
      named.map(({ key, text }) => {
        const field = fields.find((one) => one.key === key.trim());
        return [key.trim(), readValue(field, text)];
      }),
    ),
    remove: remove
      .split(/[,\uFF0C、]/)
      .map((key) => key.trim())
      .filter((key) => key !== ""),
  };
}

/** The form as the schema sees it; its issues carry the names of the form's fields. */
export function repointFormFor(fields: readonly CampaignField[]) {
  return z
    .custom<RepointFormValues>()
    .superRefine(({ change: { payload } }, check) => {
      if (payload.as !== "keys") return;
      if (payload.set.every(({ key, text }) => key.trim() !== "" || text === "")) return;
      const path = ["change", "payload", "set"];
      check.addIssue({ code: "custom", path, message: "repointKeyMissing" });
    })
    .transform((values) => toRepointInput(values, fields))
    .pipe(PreviewRepointInput);
}
