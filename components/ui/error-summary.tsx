"use client";

import { Alert, Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useFormState } from "react-hook-form";
import type { Control, FieldPath, FieldValues, UseFormSetFocus } from "react-hook-form";
import { useErrorText } from "@/components/ui/use-error-text";

interface ErrorSummaryProps<Values extends FieldValues> {
  control: Control<Values, unknown, Values>;
  setFocus: UseFormSetFocus<Values>;
  /** Field → its label, in the order of the form. */
  labels: Partial<Record<FieldPath<Values>, string>>;
}

/** Above the form: every field that needs another look, each leading to its place. */
export function ErrorSummary<Values extends FieldValues>({
  control,
  setFocus,
  labels,
}: ErrorSummaryProps<Values>) {
  const t = useTranslations("common");
  const errorText = useErrorText();
  const { submitCount, errors } = useFormState({ control });
  const faults = (Object.keys(labels) as FieldPath<Values>[]).flatMap((name) => {
    const message = name
      .split(".")
      .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], errors);
    const text = (message as { message?: string } | undefined)?.message;
    return text ? [{ name, text: errorText(text) }] : [];
  });
  if (submitCount === 0 || faults.length === 0) return null;
  return (
    <Alert status="danger" role="alert">
      <Alert.Indicator />
      <Alert.Content>
        <Alert.Title>{t("faults", { count: faults.length })}</Alert.Title>
        <ul className="mt-1 flex flex-col gap-1">
          {faults.map(({ name, text }) => (
            <li key={name} className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
              <Button
                size="sm"
                variant="ghost"
                className="h-auto px-0 py-0 font-medium text-link underline-offset-2 hover:underline"
                onPress={() => setFocus(name)}
              >
                {labels[name]}
              </Button>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      </Alert.Content>
    </Alert>
  );
}
