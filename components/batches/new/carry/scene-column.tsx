"use client";

import { Description, FieldError } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { ColumnSelect } from "@/components/batches/new/carry/column-select";
import type { SheetColumn } from "@/components/batches/new/carry/column-select";
import { useBatchForm } from "@/components/batches/new/use-batch-form";
import { FieldLabel } from "@/components/ui/field-label";
import { useErrorText } from "@/components/ui/use-error-text";

/** The column whose cells are the scenes, with a few of them. */
export function SceneColumn({ columns }: { columns: readonly SheetColumn[] }) {
  const t = useTranslations("batches.carry");
  const errorText = useErrorText();
  const { control } = useBatchForm();
  const { field, fieldState } = useController({ control, name: "carries.column" });
  const chosen = columns.find(({ name }) => name === field.value);
  return (
    <div className="flex flex-col gap-1.5">
      <ColumnSelect
        className="max-w-md"
        columns={columns}
        placeholder={t("choose")}
        value={chosen?.name ?? null}
        onChange={field.onChange}
        onBlur={field.onBlur}
        triggerRef={field.ref}
        isInvalid={fieldState.invalid}
        below={
          <>
            <Description>{t("sceneHelp")}</Description>
            {fieldState.error?.message ? (
              <FieldError>{errorText(fieldState.error.message)}</FieldError>
            ) : null}
          </>
        }
      >
        <FieldLabel>{t("sceneColumn")}</FieldLabel>
      </ColumnSelect>
      {chosen && chosen.samples.length > 0 ? (
        <p className="flex flex-wrap items-center gap-1.5 text-xs">
          <span className="text-muted">{t("samples")}</span>
          {chosen.samples.map((sample) => (
            <code
              key={sample}
              className="max-w-60 truncate rounded bg-surface-secondary px-1.5 py-0.5 font-mono"
            >
              {sample}
            </code>
          ))}
        </p>
      ) : null}
    </div>
  );
}
