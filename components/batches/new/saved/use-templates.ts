"use client";

import { useRouter } from "next/navigation";
import type { BatchFormValues } from "@/components/batches/new/batch-form-values";
import { useBatchForm } from "@/components/batches/new/use-batch-form";
import { useAction } from "@/components/ui/use-action";
import type {
  SaveTemplateInput,
  TemplateForm,
  TemplateOf,
  TemplateRow,
} from "@/lib/batches/template-schema";
import type { ActionResult } from "@/lib/web/define-action";

export interface TemplateActions {
  saveTemplate: (input: SaveTemplateInput) => Promise<ActionResult<{ id: string }>>;
  removeTemplate: (input: TemplateOf) => Promise<ActionResult<void>>;
}

/** Saving and taking away settings, and filling the form in with them. */
export function useTemplates({ saveTemplate, removeTemplate }: TemplateActions) {
  const router = useRouter();
  const { getValues, setValue, clearErrors } = useBatchForm();
  const saving = useAction(saveTemplate);
  const removing = useAction(removeTemplate);

  /** True once it is saved. */
  async function save(name: string): Promise<boolean> {
    const answer = await saving.run({ name, form: templateOf(getValues()) });
    if (answer) router.refresh();
    return answer !== null;
  }

  /** True once it is gone. */
  async function remove(templateId: string): Promise<boolean> {
    const answer = await removing.run({ templateId });
    if (answer) router.refresh();
    return answer !== null;
  }

  function use({ form }: TemplateRow) {
    clearErrors();
    const { carries, ...rest } = form;
    for (const [name, value] of Object.entries(rest)) {
      setValue(name as keyof typeof rest, value, { shouldDirty: true });
    }
    setValue("carries", carries, { shouldDirty: true });
  }

  return { saving, removing, save, remove, use };
}

export type TemplatesState = ReturnType<typeof useTemplates>;

/** What of the form is worth keeping for the next file. */
function templateOf(values: BatchFormValues): TemplateForm {
  const { kind, tags, labelTemplate, pageTemplate, pathTemplate, checkPath, carries } = values;
  const { width, autoColor, lineColor, isHyaline, envVersion } = values;
  const mapping = { kind, tags, labelTemplate, pageTemplate, pathTemplate, checkPath, carries };
  return { ...mapping, width, autoColor, lineColor, isHyaline, envVersion };
}
