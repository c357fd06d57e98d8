"use client";

import { Button, Description, FieldError, Label, Radio, RadioGroup } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useController, useForm } from "react-hook-form";
import type { Control, DefaultValues } from "react-hook-form";
import { DialogButtons } from "@/components/quota/dialog-buttons";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import { FormDialog } from "@/components/ui/form-dialog";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { TextInput } from "@/components/ui/text-input";
import { TextLink } from "@/components/ui/text-link";
import { useErrorText } from "@/components/ui/use-error-text";
import { REASON_MAX_LENGTH } from "@/lib/codes/schema";
import { SettleUnknownInput } from "@/lib/codes/settle-schema";
import type { ActionResult } from "@/lib/web/define-action";

export type SettleUnknownAction = (input: SettleUnknownInput) => Promise<ActionResult<void>>;

interface SettleUnknownProps {
  codeId: string;
  label: string;
  settle: SettleUnknownAction;
}

/** A person says what nobody answered: whether WeChat counted the code. */
export function SettleUnknown(props: SettleUnknownProps) {
  const t = useTranslations("quota.settle");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" variant="outline" onPress={() => setOpen(true)}>
        {t("open")}
      </Button>
      <FormDialog isOpen={isOpen} onOpenChange={setOpen} title={t("title", { label: props.label })}>
        <SettleUnknownForm {...props} onClose={() => setOpen(false)} />
      </FormDialog>
    </>
  );
}

function SettleUnknownForm({
  codeId,
  settle,
  onClose,
}: SettleUnknownProps & { onClose: () => void }) {
  const t = useTranslations("quota.settle");
  const tReason = useTranslations("quota.reason");
  const { run, isPending, problem } = useRefreshingAction(settle);
  const defaultValues: DefaultValues<SettleUnknownInput> = { codeId, reason: "" };
  const { control, handleSubmit } = useForm<SettleUnknownInput>({
    resolver: zodResolver(SettleUnknownInput, undefined, { raw: true }),
    defaultValues,
  });

  async function submit(input: SettleUnknownInput) {
    if (await run(input, t("done"))) onClose();
  }

  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => void handleSubmit(submit)(event)}
      className="flex flex-col gap-4 pt-2"
    >
      <ProblemBanner problem={problem} />
      <p>
        {t("text")} <TextLink href={`/codes/${codeId}`}>{t("askFirst")}</TextLink>
      </p>
      <CountedChoice control={control} />
      <TextInput
        control={control}
        name="reason"
        label={tReason("label")}
        help={tReason("help")}
        placeholder={t("reasonExample")}
        countTo={REASON_MAX_LENGTH}
      />
      <DialogButtons onCancel={onClose} isPending={isPending} label={t("confirm")} />
    </form>
  );
}

const CHOICES = ["counted", "notCounted"] as const;

interface CountedChoiceProps {
  control: Control<SettleUnknownInput, unknown, SettleUnknownInput>;
}

/** Neither is chosen beforehand: each has its consequence, which stands below it. */
function CountedChoice({ control }: CountedChoiceProps) {
  const t = useTranslations("quota.settle");
  const errorText = useErrorText();
  const { field, fieldState } = useController({ control, name: "wasCounted" });
  const error = fieldState.error?.message;
  const chosen = typeof field.value === "boolean" ? CHOICES[field.value ? 0 : 1] : null;
  return (
    <RadioGroup
      value={chosen ?? null}
      onChange={(choice) => field.onChange(choice === "counted")}
      onBlur={field.onBlur}
      isInvalid={fieldState.invalid}
      validationBehavior="aria"
      className="flex flex-col gap-2"
    >
      <Label>{t("question")}</Label>
      {CHOICES.map((choice) => (
        <Radio
          key={choice}
          value={choice}
          className="m-0 rounded-xl border border-border p-3 data-[selected]:border-accent data-[selected]:bg-accent-soft"
        >
          <Radio.Content className="w-full">
            <Radio.Control>
              <Radio.Indicator />
            </Radio.Control>
            {t(choice)}
          </Radio.Content>
          <Description>{t(`${choice}Then`)}</Description>
        </Radio>
      ))}
      {error ? <FieldError>{errorText(error)}</FieldError> : null}
    </RadioGroup>
  );
}
