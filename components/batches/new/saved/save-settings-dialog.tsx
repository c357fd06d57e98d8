"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import type { TemplatesState } from "@/components/batches/new/saved/use-templates";
import { FormDialog } from "@/components/ui/form-dialog";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
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
      <form
        method="post"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          // React hands events of a dialog on to the form it was opened from.
          event.stopPropagation();
          void handleSubmit(save)(event);
        }}
      >
        <p className="text-muted">{t("saveText")}</p>
        <ProblemBanner problem={problem} />
        <TextInput
          control={control}
          name="name"
          label={t("name")}
          placeholder={t("nameExample")}
          countTo={TEMPLATE_NAME_MAX_LENGTH}
        />
        <div className="flex justify-end gap-2">
          <Button variant="outline" onPress={() => onOpenChange(false)}>
            {t("cancel")}
          </Button>
          <SubmitButton isPending={isPending}>{t("saveSubmit")}</SubmitButton>
        </div>
      </form>
    </FormDialog>
  );
}
