import { z } from "zod";
import type { FrameDrawing, PosterDrawing } from "@/lib/packs/drawing-schema";
import { DEFAULT_LABELS } from "@/lib/packs/label-schema";
import type { LabelOptions } from "@/lib/packs/label-schema";
import { DEFAULT_NAME_TEMPLATE, OrderPackInput } from "@/lib/packs/schema";
import type { PackForm, PackOptions, PackSelection } from "@/lib/packs/schema";
import { DEFAULT_SPREADSHEET } from "@/lib/packs/spreadsheet-schema";
import type { SpreadsheetOptions } from "@/lib/packs/spreadsheet-schema";

/** The options of all forms at once: choosing another loses nothing. */
export interface PackFormValues {
  name: string;
  form: PackForm;
  nameTemplate: string;
  isAscii: boolean;
  /** Null until a look is chosen. */
  frame: FrameDrawing | null;
  poster: PosterDrawing | null;
  labels: LabelOptions;
  spreadsheet: SpreadsheetOptions;
}

/** The fields that can be at fault, in the order of the form. */
export const PACK_FIELDS = [
  "name",
  "frame",
  "poster",
  "labels",
  "spreadsheet",
  "nameTemplate",
] as const satisfies readonly (keyof PackFormValues)[];
export type PackField = (typeof PACK_FIELDS)[number];

/** An empty form, or one filled in as an earlier pack was. */
export function emptyPackForm(name: string, again: PackOptions | null): PackFormValues {
  const empty: PackFormValues = {
    name,
    form: "pictures",
    nameTemplate: DEFAULT_NAME_TEMPLATE,
    isAscii: false,
    frame: null,
    poster: null,
    labels: DEFAULT_LABELS,
    spreadsheet: DEFAULT_SPREADSHEET,
  };
  switch (again?.form) {
    case undefined:
      return empty;
    case "labels":
    case "spreadsheet":
      return { ...empty, ...again };
    case "framed":
      return { ...empty, ...namingOf(again), form: "framed", frame: again.drawing };
    case "posters":
      return { ...empty, ...namingOf(again), form: "posters", poster: again.drawing };
    case "pictures":
      return { ...empty, ...namingOf(again) };
  }
}

function namingOf({ nameTemplate, isAscii }: Pick<PackFormValues, "nameTemplate" | "isAscii">) {
  return { nameTemplate, isAscii };
}

/** Whether its codes become files with names of their own. */
export function isZip(form: PackForm): boolean {
  return form !== "labels" && form !== "spreadsheet";
}

/** What the chosen form says; null while its look is still to be chosen. */
export function toPackOptions(values: PackFormValues): PackOptions | null {
  const naming = namingOf(values);
  switch (values.form) {
    case "pictures":
      return { form: "pictures", ...naming };
    case "framed":
      return values.frame && { form: "framed", ...naming, drawing: values.frame };
    case "posters":
      return values.poster && { form: "posters", ...naming, drawing: values.poster };
    case "labels":
      return { form: "labels", labels: values.labels };
    case "spreadsheet":
      return { form: "spreadsheet", spreadsheet: values.spreadsheet };
  }
}

/** What a preview is asked with: only what changes its answer. */
export function toPreviewOptions({ form, nameTemplate, isAscii, ...values }: PackFormValues) {
  const drawing = form === "framed" ? values.frame : form === "posters" ? values.poster : null;
  return {
    form,
    nameTemplate: (isZip(form) && nameTemplate.trim()) || DEFAULT_NAME_TEMPLATE,
    isAscii,
    drawing: drawing && { imageType: drawing.imageType },
  };
}

/** Stands where no key is needed: in checks of the form. */
const NO_REQUEST_KEY = "00000000-0000-4000-8000-000000000000";

/** The form as the schema of the verb sees it. */
export function packFormFor(selection: PackSelection) {
  return z.custom<PackFormValues>().superRefine((values, ctx) => {
    const options = toPackOptions(values);
    if (options === null) {
      const path = [values.form === "framed" ? "frame" : "poster"];
      ctx.addIssue({ code: "custom", path, message: "packLookMissing" });
    }
    const input = {
      selection,
      options: options ?? { form: "pictures", ...namingOf(values) },
      name: values.name,
      requestKey: NO_REQUEST_KEY,
    };
    for (const { path, message } of OrderPackInput.safeParse(input).error?.issues ?? []) {
      const field = fieldOf(path.join("."), values.form);
      // What does not fit on a label, and by how much, stands beside its number already.
      const said = field === "labels" ? "packLabelsFaulty" : message;
      if (field) ctx.addIssue({ code: "custom", path: [field], message: said });
    }
  });
}

/** The form's field for a path of the verb's input; null when it has none. */
export function fieldOf(path: string, form: PackForm): PackField | null {
  const [part, option] = path.split(".");
  if (part === "name") return "name";
  if (part !== "options") return null;
  if (option === "drawing") return form === "framed" ? "frame" : "poster";
  return PACK_FIELDS.find((field) => field === option) ?? null;
}
