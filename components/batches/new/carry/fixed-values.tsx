"use client";

import { Button, FieldError, Input, TextField } from "@heroui/react";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useController, useWatch } from "react-hook-form";
import { fixedFault } from "@/components/batches/new/batch-form-values";
import { useBatchForm } from "@/components/batches/new/use-batch-form";
import { useErrorText } from "@/components/ui/use-error-text";
import { FIXED_VALUES_MAX } from "@/lib/batches/template-schema";
import type { FixedValue } from "@/lib/batches/template-schema";

/** What stands in the data of every code alike, each under its own name. */
export function FixedValues() {
  const t = useTranslations("batches.carry");
  const errorText = useErrorText();
  const { control } = useBatchForm();
  const { field, fieldState, formState } = useController({ control, name: "carries.fixed" });
  const fields = useWatch({ control, name: "carries.fields" });
  const fixed = field.value;

  function change(place: number, changes: Partial<FixedValue>) {
    field.onChange(fixed.map((one, index) => (index === place ? { ...one, ...changes } : one)));
  }

  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{t("fixed")}</legend>
      <p className="text-xs text-muted">{t("fixedHelp")}</p>
      {fixed.length > 0 ? (
        <ul className="flex flex-col gap-2 sm:max-w-2xl">
          {fixed.map(({ name, value }, place) => {
            const fault = fixedFault({ fields, fixed }, place);
            // An empty name is no fault while it is being typed.
            const isShown = fault !== "fixedNameMissing" || formState.isSubmitted;
            const number = place + 1;
            return (
              // oxlint-disable-next-line react/no-array-index-key -- a pair is known by its place
              <li key={place} className="flex items-start gap-2">
                <TextField
                  fullWidth
                  aria-label={t("fixedName", { number })}
                  value={name}
                  onChange={(changed) => change(place, { name: changed })}
                  isInvalid={fault !== undefined && isShown}
                  validationBehavior="aria"
                >
                  <Input
                    autoComplete="off"
                    spellCheck={false}
                    placeholder={t("fixedNameExample")}
                    className="font-mono"
                  />
                  {fault && isShown ? <FieldError>{errorText(fault)}</FieldError> : null}
                </TextField>
                <TextField
                  fullWidth
                  aria-label={t("fixedValue", { number })}
                  value={value}
                  onChange={(changed) => change(place, { value: changed })}
                >
                  <Input autoComplete="off" placeholder={t("fixedValueExample")} />
                </TextField>
                <Button
                  isIconOnly
                  variant="ghost"
                  aria-label={t("fixedRemove", { number })}
                  onPress={() => field.onChange(fixed.filter((_, index) => index !== place))}
                >
                  <Trash2 aria-hidden className="size-4" />
                </Button>
              </li>
            );
          })}
        </ul>
      ) : null}
      {fieldState.error?.message === "fixedMany" ? (
        <p role="alert" className="text-sm text-danger-soft-foreground">
          {errorText("fixedMany")}
        </p>
      ) : null}
      {fixed.length < FIXED_VALUES_MAX ? (
        <Button
          ref={field.ref}
          size="sm"
          variant="outline"
          className="self-start"
          onPress={() => field.onChange([...fixed, { name: "", value: "" }])}
        >
          <Plus aria-hidden className="size-4" />
          {t("fixedAdd")}
        </Button>
      ) : null}
    </fieldset>
  );
}
