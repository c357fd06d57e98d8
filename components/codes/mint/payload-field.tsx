"use client";

import { Button, Description, FieldError, TextArea, TextField } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { parsePayload } from "@/components/codes/mint/mint-form-values";
import { useMintForm } from "@/components/codes/mint/use-mint-form";
import { FieldLabel } from "@/components/ui/field-label";
import { useErrorText } from "@/components/ui/use-error-text";
import { Payload, PAYLOAD_MAX_BYTES } from "@/lib/scenes/schema";

const utf8Length = (text: string) => new TextEncoder().encode(text).length;

/** Any JSON object; the code carries a short generated scene that stands for it. */
export function PayloadField() {
  const t = useTranslations("newCode.payload");
  const errorText = useErrorText();
  const { control } = useMintForm();
  const { field, fieldState } = useController({ control, name: "carries.payload" });
  const text = field.value;
  const parsed = parsePayload(text);
  const usedBytes = utf8Length(parsed ? JSON.stringify(parsed.payload) : text);
  const isObject = parsed !== null && Payload.safeParse(parsed.payload).success;
  const state = text.trim() === "" ? "empty" : isObject ? "fine" : parsed ? "noObject" : "noJson";
  return (
    <TextField
      fullWidth
      name={field.name}
      value={text}
      onChange={field.onChange}
      onBlur={field.onBlur}
      isInvalid={fieldState.invalid}
      validationBehavior="aria"
    >
      <FieldLabel note={t("changeable")} count={{ used: usedBytes, most: PAYLOAD_MAX_BYTES }}>
        {t("label")}
      </FieldLabel>
      <TextArea
        ref={field.ref}
        rows={6}
        spellCheck={false}
        placeholder={'{\n  "shop": 1024,\n  "from": "poster"\n}'}
        className="font-mono text-sm leading-5"
      />
      <Description>{t("help")}</Description>
      {fieldState.error?.message ? (
        <FieldError>{errorText(fieldState.error.message)}</FieldError>
      ) : null}
      {state === "empty" ? null : (
        <div className="flex min-h-8 items-center justify-between gap-2">
          <p
            role="status"
            className={
              state === "fine"
                ? "text-xs text-success-soft-foreground"
                : "text-xs text-danger-soft-foreground"
            }
          >
            {t(state)}
          </p>
          {parsed ? (
            <Button
              size="sm"
              variant="ghost"
              onPress={() => field.onChange(JSON.stringify(parsed.payload, null, 2))}
            >
              {t("format")}
            </Button>
          ) : null}
        </div>
      )}
    </TextField>
  );
}
