"use client";

import { Alert, Button } from "@heroui/react";
import { Infinity as Endless } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { LimitedKindDialog } from "@/components/codes/mint/limited-kind-dialog";
import type { LimitedKind } from "@/components/codes/mint/limited-kind-dialog";
import type { CodeKind } from "@/lib/codes/schema";
import type { QuotaNumbers } from "@/lib/mini-programs/schema";

interface KindPanelProps {
  kind: CodeKind;
  quota: QuotaNumbers | undefined;
  reason: string;
  /** What B means here. */
  unlimitedText: string;
  /** What A or C would use of the 100,000. */
  limitedTitle: string;
  onChoose: (kind: LimitedKind, reason: string) => void;
  onReturn: () => void;
}

/** B, or A and C behind a deliberate step. */
export function KindPanel(props: KindPanelProps) {
  const { kind, quota, reason, unlimitedText, limitedTitle, onChoose, onReturn } = props;
  const t = useTranslations("newCode.kind");
  const [isChoosing, setChoosing] = useState(false);
  const [round, setRound] = useState(0);

  function openChoice() {
    setRound(round + 1);
    setChoosing(true);
  }

  return (
    <>
      {kind === "WXACODE_UNLIMITED" ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl bg-surface-secondary p-3">
          <Endless aria-hidden className="size-5 shrink-0 text-accent" />
          <div className="min-w-56 flex-1">
            <p className="font-medium">{t("b")}</p>
            <p className="text-xs text-muted">{unlimitedText}</p>
          </div>
          <Button size="sm" variant="outline" onPress={openChoice}>
            {t("chooseLimited")}
          </Button>
        </div>
      ) : (
        <Alert status="warning">
          <Alert.Indicator />
          <Alert.Content>
            <Alert.Title>{limitedTitle}</Alert.Title>
            <Alert.Description>{t(kind === "WXACODE" ? "aText" : "cText")}</Alert.Description>
            <div className="mt-2">
              <Button size="sm" variant="secondary" onPress={onReturn}>
                {t("backToUnlimited")}
              </Button>
            </div>
          </Alert.Content>
        </Alert>
      )}
      <LimitedKindDialog
        key={round}
        isOpen={isChoosing}
        onOpenChange={setChoosing}
        quota={quota}
        reason={reason}
        onChoose={onChoose}
      />
    </>
  );
}
