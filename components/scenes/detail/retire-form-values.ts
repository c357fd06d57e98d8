import { z } from "zod";
import { fieldOfMoment, momentOfField } from "@/components/scenes/detail/beijing-moment";
import type { When } from "@/components/scenes/detail/change-form-values";
import { payloadOf, payloadText } from "@/components/scenes/detail/payload-text";
import { RetireSceneInput } from "@/lib/scenes/schema";
import type { RetiredWhy, SceneRetirement } from "@/lib/scenes/schema";

/** What the form of a retirement holds: everything as written. */
export interface RetireFormValues {
  /** Null: not chosen yet. */
  why: RetiredWhy | null;
  note: string;
  hasFallback: boolean;
  fallback: { page: string; payload: string };
  when: When;
  at: string;
}

/** The form as the schema sees it; its issues carry the names of the form's fields. */
export const RetireForm = z
  .custom<RetireFormValues>()
  .transform(({ why, note, hasFallback, fallback, when, at }): unknown => ({
    why,
    note,
    fallback: hasFallback ? { page: fallback.page, payload: payloadOf(fallback.payload) } : null,
    at: when === "now" ? null : momentOfField(at),
  }))
  .pipe(RetireSceneInput.omit({ sceneId: true, knownAt: true }));

/** The form with what is planned or in force already, or an empty one. */
export function retireFormOf(retirement: SceneRetirement | null): RetireFormValues {
  return {
    why: retirement?.why ?? null,
    note: retirement?.note ?? "",
    hasFallback: retirement === null || retirement.fallback !== null,
    fallback: {
      page: retirement?.fallback?.page ?? "",
      payload: payloadText(retirement?.fallback?.payload ?? null),
    },
    when: retirement?.isAhead ? "at" : "now",
    at: retirement?.isAhead ? fieldOfMoment(retirement.at) : "",
  };
}
