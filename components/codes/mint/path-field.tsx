"use client";

import { Description, FieldError, Input, TextField } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { useMintForm } from "@/components/codes/mint/use-mint-form";
import { FieldLabel } from "@/components/ui/field-label";
import { useErrorText } from "@/components/ui/use-error-text";
import { A_PATH_MAX_LENGTH, C_PATH_MAX_BYTES } from "@/lib/wechat/limits";

const utf8Length = (text: string) => new TextEncoder().encode(text).length;

interface PathFieldProps {
  kind: "WXACODE" | "WXA_QRCODE";
  /** A mini game has no pages, so its query may stand alone. */
  isGame: boolean;
}

const HELP = {
  WXACODE: { page: "helpA", game: "helpGameA" },
  WXA_QRCODE: { page: "helpC", game: "helpGameC" },
} as const;

/** Path with its query for A (1,024 characters) and C (128 bytes, a Chinese character counts three). */
export function PathField({ kind, isGame }: PathFieldProps) {
  const t = useTranslations("newCode.path");
  const errorText = useErrorText();
  const { control } = useMintForm();
  const { field, fieldState } = useController({ control, name: "path" });
  const path = field.value.trim();
  const count =
    kind === "WXACODE"
      ? { used: path.length, most: A_PATH_MAX_LENGTH }
      : { used: utf8Length(path), most: C_PATH_MAX_BYTES };
  return (
    <TextField
      fullWidth
      name={field.name}
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      isInvalid={fieldState.invalid || count.used > count.most}
      validationBehavior="aria"
    >
      <FieldLabel note={t("fixed")} count={count}>
        {t(isGame ? "labelGame" : "label")}
      </FieldLabel>
      <Input
        ref={field.ref}
        autoComplete="off"
        spellCheck={false}
        placeholder={isGame ? "?from=poster" : "pages/shop/index?id=1024"}
        className="font-mono"
      />
      <Description>{t(HELP[kind][isGame ? "game" : "page"])}</Description>
      {fieldState.error?.message ? (
        <FieldError>{errorText(fieldState.error.message)}</FieldError>
      ) : null}
    </TextField>
  );
}
