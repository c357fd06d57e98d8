"use client";

import { Description, Label, ListBox } from "@heroui/react";
import { useTranslations } from "next-intl";
import { CodeStatusChip } from "@/components/codes/words/code-status-chip";
import { CodeThumbnail } from "@/components/codes/words/code-thumbnail";
import { EnvChip } from "@/components/codes/words/env-chip";
import { KindChip } from "@/components/codes/words/kind-chip";
import type { FoundCode } from "@/components/palette/found-code";
import { OPTION_LOOK } from "@/components/palette/option-look";

interface CodeOptionProps {
  code: FoundCode;
  namesMiniProgram: boolean;
  onDone: () => void;
}

/** A found code: its picture, its name, what it carries, and a status worth a word. */
export function CodeOption({ code, namesMiniProgram, onDone }: CodeOptionProps) {
  const t = useTranslations("codes.list");
  const carries = [code.serial, code.scene, code.target || t("homePage")].filter(Boolean).join(" ");
  return (
    <ListBox.Item
      id={`code:${code.id}`}
      textValue={code.label}
      href={`/codes/${code.id}`}
      onAction={onDone}
      className={OPTION_LOOK}
    >
      <CodeThumbnail codeId={code.id} status={code.status} className="size-9" />
      <span className="flex min-w-0 flex-1 flex-col">
        <Label className="w-auto truncate">{code.label}</Label>
        <Description className="truncate text-xs">
          {namesMiniProgram ? `${code.miniProgramName} · ` : null}
          <span className="font-mono">{carries}</span>
        </Description>
      </span>
      <span className="flex shrink-0 items-center gap-1">
        <EnvChip envVersion={code.envVersion} />
        {code.status === "minted" ? null : <CodeStatusChip status={code.status} />}
        <span className="max-sm:hidden">
          <KindChip kind={code.kind} />
        </span>
      </span>
    </ListBox.Item>
  );
}
