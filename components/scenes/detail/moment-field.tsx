"use client";

import { Description, FieldError, Input, Label, Radio, RadioGroup, TextField } from "@heroui/react";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import type { When } from "@/components/scenes/detail/change-form-values";
import { useErrorText } from "@/components/ui/use-error-text";

interface MomentFieldProps {
  label: string;
  when: When;
  onWhen: (when: When) => void;
  at: string;
  onAt: (at: string) => void;
  inputRef: Ref<HTMLInputElement>;
  error: string | undefined;
}

const CHOICES: readonly When[] = ["now", "at"];

/** At once, or at a moment of Beijing time. */
export function MomentField({ label, when, onWhen, at, onAt, inputRef, error }: MomentFieldProps) {
  const t = useTranslations("scenes.detail.moment");
  const errorText = useErrorText();
  return (
    <div className="flex flex-col gap-2">
      <RadioGroup
        orientation="horizontal"
        value={when}
        onChange={(chosen) => onWhen(chosen === "at" ? "at" : "now")}
      >
        <Label>{label}</Label>
        {CHOICES.map((choice) => (
          <Radio key={choice} value={choice}>
            <Radio.Content>
              <Radio.Control>
                <Radio.Indicator />
              </Radio.Control>
              {t(choice)}
            </Radio.Content>
          </Radio>
        ))}
      </RadioGroup>
      {when === "at" ? (
        <TextField
          type="datetime-local"
          value={at}
          onChange={onAt}
          isInvalid={error !== undefined}
          validationBehavior="aria"
        >
          <Label>{t("field")}</Label>
          <Input ref={inputRef} className="w-fit" />
          <Description>{t("help")}</Description>
          {error ? <FieldError>{errorText(error)}</FieldError> : null}
        </TextField>
      ) : null}
    </div>
  );
}
