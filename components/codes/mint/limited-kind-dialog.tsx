"use client";

import { Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChoiceCards } from "@/components/codes/mint/choice-cards";
import { ReasonBox } from "@/components/codes/mint/reason-box";
import { RemainingMeter } from "@/components/codes/mint/remaining-meter";
import { FormDialog } from "@/components/ui/form-dialog";
import type { QuotaNumbers } from "@/lib/mini-programs/schema";

export type LimitedKind = "WXACODE" | "WXA_QRCODE";

interface LimitedKindDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  quota: QuotaNumbers | undefined;
  reason: string;
  onChoose: (kind: LimitedKind, reason: string) => void;
}

/** The deliberate step before a code that uses up one of the 100,000: what remains, and why. */
export function LimitedKindDialog({
  isOpen,
  onOpenChange,
  quota,
  reason: givenReason,
  onChoose,
}: LimitedKindDialogProps) {
  const t = useTranslations("newCode.limited");
  const [kind, setKind] = useState<LimitedKind | null>(null);
  const [reason, setReason] = useState(givenReason);
  const [isAsked, setAsked] = useState(false);
  const missing = [
    ...(kind === null ? [t("missingKind")] : []),
    ...(reason.trim() === "" ? [t("missingReason")] : []),
  ];

  function choose() {
    setAsked(true);
    if (kind === null || missing.length > 0) return;
    onChoose(kind, reason.trim());
    onOpenChange(false);
  }

  return (
    <FormDialog isOpen={isOpen} onOpenChange={onOpenChange} title={t("title")}>
      <div className="flex flex-col gap-4">
        <p className="text-muted">{t("intro")}</p>
        <ChoiceCards
          label={t("which")}
          value={kind}
          onChange={setKind}
          choices={[
            { value: "WXACODE", title: t("a"), text: t("aText") },
            { value: "WXA_QRCODE", title: t("c"), text: t("cText") },
          ]}
        />
        {quota ? <RemainingMeter quota={quota} /> : null}
        <ReasonBox reason={reason} onChange={setReason} />
        {isAsked && missing.length > 0 ? (
          <p role="alert" className="text-sm text-danger-soft-foreground">
            {missing.join(" ")}
          </p>
        ) : null}
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="outline" onPress={choose}>
            {t("use")}
          </Button>
          <Button onPress={() => onOpenChange(false)}>{t("stay")}</Button>
        </div>
      </div>
    </FormDialog>
  );
}
