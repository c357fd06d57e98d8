"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { KindPanel } from "@/components/codes/mint/kind-panel";
import type { LimitedKind } from "@/components/codes/mint/limited-kind-dialog";
import type { MintCampaign } from "@/components/codes/mint/mint-form-values";
import { PathField } from "@/components/codes/mint/path-field";
import { UnlimitedFields } from "@/components/codes/mint/unlimited-fields";
import { useMintForm } from "@/components/codes/mint/use-mint-form";
import { SectionCard } from "@/components/ui/section-card";
import { TextInput } from "@/components/ui/text-input";
import { REASON_MAX_LENGTH } from "@/lib/codes/schema";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";

interface CarrySectionProps {
  miniProgram: MiniProgramRow | undefined;
  campaigns: readonly MintCampaign[];
}

/** What the code carries. B unless there is a reason; A and C stand behind a deliberate step. */
export function CarrySection({ miniProgram, campaigns }: CarrySectionProps) {
  const t = useTranslations("newCode.kind");
  const { control, setValue, getValues, clearErrors } = useMintForm();
  const kind = useWatch({ control, name: "kind" });
  const reason = useWatch({ control, name: "reason" });
  const isGame = miniProgram?.appKind === "mini_game";

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
        <KindPanel
          kind={kind}
          quota={miniProgram?.quota}
          reason={reason}
          unlimitedText={t("bText")}
          limitedTitle={t(kind === "WXACODE" ? "a" : "c")}
          onChoose={takeLimited}
          onReturn={returnToUnlimited}
        />
        {kind === "WXACODE_UNLIMITED" ? (
          <UnlimitedFields isGame={isGame} campaigns={campaigns} />
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
    </SectionCard>
  );
}
