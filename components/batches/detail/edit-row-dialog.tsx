"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { DialogForm } from "@/components/ui/dialog-form";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextInput } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import type { BatchRowState } from "@/lib/batches/progress-schema";
import { EditRowInput } from "@/lib/batches/schema";
import { LABEL_MAX_LENGTH } from "@/lib/codes/schema";
import type { CodeKind } from "@/lib/codes/schema";
import type { ActionResult } from "@/lib/web/define-action";

export type EditRow = (input: EditRowInput) => Promise<ActionResult<unknown>>;

interface EditRowDialogProps {
  row: BatchRowState;
  kind: CodeKind;
  editRow: EditRow;
  onClose: () => void;
  onEdited: () => void;
}

/** What of a refused row can be put right; the batch then tries it again. */
export function EditRowDialog({ row, kind, editRow, onClose, onEdited }: EditRowDialogProps) {
  const t = useTranslations("batches.editRow");
  const { run, isPending, problem } = useAction(editRow);
  const hasOwnScene = kind === "WXACODE_UNLIMITED" && !row.hasPayload;
  const { control, handleSubmit } = useForm<EditRowInput>({
    resolver: zodResolver(EditRowInput),
    defaultValues: {
      codeId: row.codeId ?? "",
      label: row.label,
      target: row.target ?? "",
      scene: hasOwnScene ? row.scene : null,
    },
  });

  async function save(input: EditRowInput) {
    if (!(await run(input))) return;
    onEdited();
    onClose();
  }

  return (
    <FormDialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t("title", { row: row.row })}
    >
      <DialogForm
        onSubmit={(event) => void handleSubmit(save)(event)}
        onCancel={onClose}
        isPending={isPending}
        problem={problem}
        labels={{ cancel: t("cancel"), submit: t("save") }}
      >
        <TextInput control={control} name="label" label={t("label")} countTo={LABEL_MAX_LENGTH} />
        <TextInput
          control={control}
          name="target"
          label={t(kind === "WXACODE_UNLIMITED" ? "page" : "path")}
          help={kind === "WXACODE_UNLIMITED" ? t("pageHelp") : undefined}
          isCode
        />
        {hasOwnScene ? (
          <TextInput control={control} name="scene" label={t("scene")} isCode />
        ) : null}
        <p className="text-xs text-muted">{t(kind === "WXACODE_UNLIMITED" ? "free" : "limited")}</p>
      </DialogForm>
    </FormDialog>
  );
}
