"use client";

import { Button, Description, FieldError, TextArea, TextField } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useController, useForm } from "react-hook-form";
import type { Control } from "react-hook-form";
import type { SandboxActions } from "@/components/sandbox/sandbox-props";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FieldLabel } from "@/components/ui/field-label";
import { NumberInput } from "@/components/ui/number-input";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAction } from "@/components/ui/use-action";
import { useErrorText } from "@/components/ui/use-error-text";
import { PAGES_MAX, SetAccountInput } from "@/lib/sandbox-control/schema";
import type { AccountRow } from "@/lib/sandbox-control/row-schema";

interface AccountFormProps {
  account: AccountRow;
  name: string | undefined;
  save: SandboxActions["setAccount"];
  onCancel: () => void;
  onDone: () => void;
}

export function AccountForm({ account, name, save, onCancel, onDone }: AccountFormProps) {
  const t = useTranslations("sandbox.accounts");
  const tCommon = useTranslations("common");
  const { run, isPending, problem } = useAction(save);
  const { appid, used, limit, publishedPages } = account;
  const { control, handleSubmit, setFocus } = useForm<SetAccountInput>({
    resolver: zodResolver(SetAccountInput, undefined, { raw: true }),
    defaultValues: { appid, used, limit, publishedPages: publishedPages.join("\n") },
  });
  return (
    <form
      method="post"
      noValidate
      onSubmit={handleSubmit(async (input) => {
        if (await run(input)) onDone();
      })}
      className="flex flex-col gap-4 pt-2"
    >
      <p className="text-sm text-muted">
        {name ? `${name} · ` : null}
        <code className="font-mono text-xs break-all">{appid}</code>
      </p>
      <ProblemBanner problem={problem} />
      <ErrorSummary
        control={control}
        setFocus={setFocus}
        labels={{
          used: t("usedLabel"),
          limit: t("limitLabel"),
          publishedPages: t("pagesLabel"),
        }}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberInput control={control} name="used" label={t("usedLabel")} help={t("usedHelp")} />
        <NumberInput control={control} name="limit" label={t("limitLabel")} help={t("limitHelp")} />
      </div>
      <PagesField control={control} />
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onPress={onCancel}>
          {tCommon("cancel")}
        </Button>
        <SubmitButton isPending={isPending}>{tCommon("save")}</SubmitButton>
      </div>
    </form>
  );
}

function PagesField({ control }: { control: Control<SetAccountInput, unknown, SetAccountInput> }) {
  const t = useTranslations("sandbox.accounts");
  const errorText = useErrorText();
  const { field, fieldState } = useController({ control, name: "publishedPages" });
  const pageCount = field.value.split("\n").filter((line) => line.trim() !== "").length;
  return (
    <TextField
      fullWidth
      name={field.name}
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      isInvalid={fieldState.invalid}
      validationBehavior="aria"
    >
      <FieldLabel count={{ used: pageCount, most: PAGES_MAX }}>{t("pagesLabel")}</FieldLabel>
      <TextArea
        ref={field.ref}
        rows={5}
        spellCheck={false}
        className="font-mono text-sm leading-5"
      />
      <Description>{t("pagesHelp")}</Description>
      {fieldState.error?.message ? (
        <FieldError>{errorText(fieldState.error.message)}</FieldError>
      ) : null}
    </TextField>
  );
}
