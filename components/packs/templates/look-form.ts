import { useFormContext } from "react-hook-form";
import { z } from "zod";
import {
  DEFAULT_FRAME,
  DEFAULT_POSTER,
  FrameDesign,
  PosterDesign,
  TemplateName,
} from "@/lib/packs/template-schema";
import type { TemplateDesign, TemplateKind } from "@/lib/packs/template-schema";

/** A look being worked on. Only the design of its kind is changed; the other one keeps its first values. */
export const LookForm = z.object({
  name: TemplateName,
  frame: FrameDesign,
  poster: PosterDesign,
});
export type LookForm = z.infer<typeof LookForm>;

/** Where a text stands in the form. */
export type TextAt = `frame.lines.${number}` | `poster.texts.${number}`;

/** What the form begins with. */
export function lookFormOf(name: string, look: TemplateDesign | null): LookForm {
  return {
    name,
    frame: look?.kind === "frame" ? look.design : DEFAULT_FRAME,
    poster: look?.kind === "poster" ? look.design : DEFAULT_POSTER,
  };
}

/** The design as the server takes it. */
export function lookOf(kind: TemplateKind, form: LookForm): TemplateDesign {
  return kind === "frame" ? { kind, design: form.frame } : { kind, design: form.poster };
}

/** The form of a look, from wherever inside it. */
export function useLookForm() {
  return useFormContext<LookForm, unknown, LookForm>();
}
