"use client";

import { Button } from "@heroui/react";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import { SubmitButton } from "@/components/ui/submit-button";

interface SecondFactorCodesProps {
  codes: readonly string[];
  onSaved: () => void;
}

/** The recovery codes, shown this once: to copy, to keep as a file, and only then to go on. */
export function SecondFactorCodes({ codes, onSaved }: SecondFactorCodesProps) {
  const t = useTranslations("account.secondFactor.codes");
  const text = codes.join("\n");

  function download() {
    const file = new Blob([`${t("fileTitle")}\n\n${text}\n`], { type: "text/plain;charset=utf-8" });
    const address = URL.createObjectURL(file);
    const link = document.createElement("a");
    link.href = address;
    link.download = "mintdesk-recovery-codes.txt";
    link.click();
    URL.revokeObjectURL(address);
  }

  return (
    <div className="flex max-w-md flex-col gap-4">
      <p className="text-sm text-muted">{t("text")}</p>
      <CodeBlock text={text} label={t("label")} />
      <div className="flex flex-wrap gap-2">
        <Button variant="outline" onPress={download}>
          <Download aria-hidden className="size-4" />
          {t("download")}
        </Button>
        <SubmitButton isPending={false} onPress={onSaved}>
          {t("saved")}
        </SubmitButton>
      </div>
    </div>
  );
}
