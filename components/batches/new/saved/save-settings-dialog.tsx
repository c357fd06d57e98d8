"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import type { TemplatesState } from "@/components/batches/new/saved/use-templates";
import { DialogForm } from "@/components/ui/dialog-form";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextInput } from "@/components/ui/text-input";
import { SaveTemplateInput, TEMPLATE_NAME_MAX_LENGTH } from "@/lib/batches/template-schema";

const Named = SaveTemplateInput.pick({ name: true });

interface SaveSettingsDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  state: TemplatesState;
}

/** Gives the form as it stands a name, to be filled in by it again. */
export function SaveSettingsDialog({ isOpen, onOpenChange, state }: SaveSettingsDialogProps) {
  const t = useTranslations("batches.saved");
  const { control, handleSubmit } = useForm<{ name: string }>({
    resolver: zodResolver(Named),
    defaultValues: { name: "" },
  });
  const { isPending, problem } = state.saving;
  async function save({ name }: { name: string }) {
    if (await state.save(name)) onOpenChange(false);
  }
  return (
    <FormDialog isOpen={isOpen} onOpenChange={onOpenChange} title={t("saveTitle")}>
      <DialogForm
        onSubmit={(event) => void handleSubmit(save)(event)}
        onCancel={() => onOpenChange(false)}
        isPending={isPending}
        problem={problem}
        labels={{ cancel: t("cancel"), submit: t("saveSubmit") }}
      >
        <p className="text-muted">{t("saveText")}</p>
        <TextInput
          control={control}
          name="name"
          label={t("name")}
          placeholder={t("nameExample")}
          countTo={TEMPLATE_NAME_MAX_LENGTH}
        />
      </DialogForm>
    </FormDialog>
  );
}
