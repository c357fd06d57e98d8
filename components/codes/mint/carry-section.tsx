"use client";

import { Alert, Button } from "@heroui/react";
import { Infinity as Endless } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { LimitedKindDialog } from "@/components/codes/mint/limited-kind-dialog";
import type { LimitedKind } from "@/components/codes/mint/limited-kind-dialog";
import { PathField } from "@/components/codes/mint/path-field";
import { UnlimitedFields } from "@/components/codes/mint/unlimited-fields";
import { useMintForm } from "@/components/codes/mint/use-mint-form";
import { SectionCard } from "@/components/ui/section-card";
import { TextInput } from "@/components/ui/text-input";
import { REASON_MAX_LENGTH } from "@/lib/codes/schema";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";

/** What the code carries. B unless there is a reason; A and C stand behind a deliberate step. */
export function CarrySection({ miniProgram }: { miniProgram: MiniProgramRow | undefined }) {
  const t = useTranslations("newCode.kind");
  const { control, setValue, getValues, clearErrors } = useMintForm();
  const kind = useWatch({ control, name: "kind" });
  const reason = useWatch({ control, name: "reason" });
  const isGame = miniProgram?.appKind === "mini_game";
  const [isChoosing, setChoosing] = useState(false);
  const [round, setRound] = useState(0);

  function openChoice() {
    setRound(round + 1);
    setChoosing(true);
  }

  function takeLimited(limited: LimitedKind, why: string) {
    clearErrors();
    setValue("kind", limited, { shouldDirty: true });
    setValue("reason", why, { shouldDirty: true });
    const { page, path, carries } = getValues();
    const query = carries.as === "scene" && carries.scene !== "" ? `?${carries.scene}` : "";
    if (path === "" && (page !== "" || isGame)) {
      setValue("path", page + query, { shouldDirty: true });
    }
  }

  function returnToUnlimited() {
    clearErrors();
    setValue("kind", "WXACODE_UNLIMITED", { shouldDirty: true });
  }

  return (
    <SectionCard title={t("title")} description={t("description")}>
      <div className="flex flex-col gap-5">
        {kind === "WXACODE_UNLIMITED" ? (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl bg-surface-secondary p-3">
            <Endless aria-hidden className="size-5 shrink-0 text-accent" />
            <div className="min-w-56 flex-1">
              <p className="font-medium">{t("b")}</p>
              <p className="text-xs text-muted">{t("bText")}</p>
            </div>
            <Button size="sm" variant="outline" onPress={openChoice}>
              {t("chooseLimited")}
            </Button>
          </div>
        ) : (
          <Alert status="warning">
            <Alert.Indicator />
            <Alert.Content>
              <Alert.Title>{t(kind === "WXACODE" ? "a" : "c")}</Alert.Title>
              <Alert.Description>{t(kind === "WXACODE" ? "aText" : "cText")}</Alert.Description>
              <div className="mt-2">
                <Button size="sm" variant="secondary" onPress={returnToUnlimited}>
                  {t("backToUnlimited")}
                </Button>
              </div>
            </Alert.Content>
          </Alert>
        )}
        {kind === "WXACODE_UNLIMITED" ? (
          <UnlimitedFields isGame={isGame} />
        ) : (
          <>
            <PathField kind={kind} isGame={isGame} />
            <TextInput
              control={control}
              name="reason"
              label={t("reason")}
              note={t("logged")}
              countTo={REASON_MAX_LENGTH}
            />
          </>
        )}
      </div>
      <LimitedKindDialog
        key={round}
        isOpen={isChoosing}
        onOpenChange={setChoosing}
        quota={miniProgram?.quota}
        reason={reason}
        onChoose={takeLimited}
      />
    </SectionCard>
  );
}
