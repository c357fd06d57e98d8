import { z } from "zod";
import { momentOfField } from "@/components/scenes/detail/beijing-moment";
import { payloadOf, payloadText } from "@/components/scenes/detail/payload-text";
import { payloadProblems } from "@/lib/campaigns/fields-schema";
import type { CampaignField } from "@/lib/campaigns/fields-schema";
import { Change } from "@/lib/scenes/schema";

export type When = "now" | "at";

/** What the form of a change holds: everything as written. */
export interface ChangeFormValues {
  page: string;
  payload: string;
  when: When;
  /** As the browser's field has it, in Beijing time. */
  at: string;
  why: string;
}

/** The form as the schema sees it; its issues carry the names of the form's fields. */
export function changeFormFor(fields: readonly CampaignField[]) {
  return z
    .custom<ChangeFormValues>()
    .transform(toChange)
    .pipe(Change)
    .refine(({ payload }) => payload === null || payloadProblems(fields, payload).length === 0, {
      path: ["payload"],
      error: "payloadUnfit",
    });
}

/** The input of the verb, unchecked. */
export function toChange({ page, payload, when, at, why }: ChangeFormValues): unknown {
  return { page, payload: payloadOf(payload), at: when === "now" ? null : momentOfField(at), why };
}

/** A form that would change nothing yet. */
export function changeFormOf(meaning: { page: string; payload: unknown }): ChangeFormValues {
  const { page, payload } = meaning;
  return { page, payload: payloadText(payload), when: "now", at: "", why: "" };
}
