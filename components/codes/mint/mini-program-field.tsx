"use client";

import { Description, FieldError, Label, ListBox, Select } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { useMintForm } from "@/components/codes/mint/use-mint-form";
import { FieldLabel } from "@/components/ui/field-label";
import { StatusChip } from "@/components/ui/status-chip";
import { useErrorText } from "@/components/ui/use-error-text";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";

interface MiniProgramFieldProps {
  miniPrograms: readonly MiniProgramRow[];
}

/** Name and AppID in two lines, so that nobody mints under the wrong brand. */
export function MiniProgramField({ miniPrograms }: MiniProgramFieldProps) {
  const t = useTranslations("newCode.miniProgram");
  const errorText = useErrorText();
  const { control } = useMintForm();
  const { field, fieldState } = useController({ control, name: "miniProgramId" });
  const chosen = miniPrograms.find(({ id }) => id === field.value);
  return (
    <Select
      fullWidth
      placeholder={t("choose")}
      value={field.value || null}
      onChange={(key) => field.onChange(String(key ?? ""))}
      onBlur={field.onBlur}
      isInvalid={fieldState.invalid}
      validationBehavior="aria"
    >
      <FieldLabel note={t("note")}>{t("label")}</FieldLabel>
      <Select.Trigger ref={field.ref} className="h-auto min-h-9">
        <Select.Value>
          {({ defaultChildren }) =>
            chosen ? (
              <span className="flex flex-col text-start">
                <span className="flex items-center gap-2">
                  {chosen.name}
                  <MiniProgramChips miniProgram={chosen} />
                </span>
                <span className="font-mono text-xs text-muted">{chosen.wechatAppId}</span>
              </span>
            ) : (
              defaultChildren
            )
          }
        </Select.Value>
        <Select.Indicator />
      </Select.Trigger>
      {fieldState.error?.message ? (
        <FieldError>{errorText(fieldState.error.message)}</FieldError>
      ) : null}
      <Select.Popover>
        <ListBox>
          {miniPrograms.map((miniProgram) => (
            <ListBox.Item
              key={miniProgram.id}
              id={miniProgram.id}
              textValue={`${miniProgram.name} ${miniProgram.wechatAppId}`}
            >
              <div className="flex min-w-0 flex-col">
                <Label className="flex items-center gap-2">
                  {miniProgram.name}
                  <MiniProgramChips miniProgram={miniProgram} />
                </Label>
                <Description className="font-mono">{miniProgram.wechatAppId}</Description>
              </div>
              <ListBox.ItemIndicator />
            </ListBox.Item>
          ))}
        </ListBox>
      </Select.Popover>
    </Select>
  );
}

/** What sets one apart from a usual mini program: it is a game, or the sandbox's. */
function MiniProgramChips({ miniProgram }: { miniProgram: MiniProgramRow }) {
  const t = useTranslations("newCode.miniProgram");
  return (
    <>
      {miniProgram.appKind === "mini_game" ? (
        <StatusChip tone="default">{t("game")}</StatusChip>
      ) : null}
      {miniProgram.isSandbox ? <StatusChip tone="default">{t("sandbox")}</StatusChip> : null}
    </>
  );
}
