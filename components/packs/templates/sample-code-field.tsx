"use client";

import { Button, Input, Label, TextField } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CodeThumbnail } from "@/components/codes/words/code-thumbnail";
import { useCodeSearch } from "@/components/palette/use-code-search";

export interface SampleCode {
  id: string;
  label: string;
  serial: string;
}

interface SampleCodeFieldProps {
  /** Null: the newest one. */
  value: SampleCode | null;
  onChange: (code: SampleCode | null) => void;
}

/** Which code the preview shows. */
export function SampleCodeField({ value, onChange }: SampleCodeFieldProps) {
  const t = useTranslations("packTemplates.sample");
  const [text, setText] = useState("");
  const { is, codes } = useCodeSearch(text);
  const minted = codes.filter(({ status }) => status === "minted");
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm">
        <span className="text-muted">{t("shown")}</span>{" "}
        {value ? `${value.label} · ${value.serial}` : t("newest")}
      </p>
      <TextField fullWidth value={text} onChange={setText}>
        <Label className="sr-only">{t("search")}</Label>
        <Input autoComplete="off" placeholder={t("search")} />
      </TextField>
      {text.trim() === "" ? null : (
        <ul aria-label={t("found")} className="flex flex-col">
          {minted.map(({ id, label, serial, status }) => (
            <li key={id}>
              <Button
                fullWidth
                variant="ghost"
                className="h-auto justify-start gap-2 px-2 py-1.5 text-start"
                onPress={() => {
                  onChange({ id, label, serial });
                  setText("");
                }}
              >
                <CodeThumbnail codeId={id} status={status} className="size-8" />
                <span className="min-w-0 flex-1 truncate">{label}</span>
                <span className="text-xs text-muted">{serial}</span>
              </Button>
            </li>
          ))}
          {minted.length === 0 && is !== "searching" ? (
            <li className="px-2 py-1.5 text-sm text-muted">
              {t(is === "failed" ? "failed" : "none")}
            </li>
          ) : null}
        </ul>
      )}
    </div>
  );
}
