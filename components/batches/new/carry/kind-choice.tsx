"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { useBatchForm } from "@/components/batches/new/use-batch-form";
import { KindPanel } from "@/components/codes/mint/kind-panel";
import type { LimitedKind } from "@/components/codes/mint/limited-kind-dialog";
import type { QuotaNumbers } from "@/lib/mini-programs/schema";

interface KindChoiceProps {
  quota: QuotaNumbers | undefined;
  rowCount: number;
}

/** B, or A and C behind a deliberate step that says how many of the 100,000 the rows would use. */
export function KindChoice({ quota, rowCount }: KindChoiceProps) {
  const t = useTranslations("batches.kind");
  const format = useFormatter();
  const { control, setValue, getValues, clearErrors } = useBatchForm();
  const kind = useWatch({ control, name: "kind" });
  const reason = useWatch({ control, name: "reason" });

  function takeLimited(limited: LimitedKind, why: string) {
    clearErrors();
    setValue("kind", limited, { shouldDirty: true });
    setValue("reason", why, { shouldDirty: true });
    const { pageTemplate, pathTemplate, carries } = getValues();
    if (pathTemplate === "" && pageTemplate !== "") {
      const query = carries.column === "" ? "" : `?id={${carries.column}}`;
      setValue("pathTemplate", pageTemplate + query, { shouldDirty: true });
    }
  }

  function returnToUnlimited() {
    clearErrors();
    setValue("kind", "WXACODE_UNLIMITED", { shouldDirty: true });
  }

  const limitedKey = `${kind === "WXACODE" ? "a" : "c"}${rowCount === 0 ? "Each" : ""}` as const;
  return (
    <KindPanel
      kind={kind}
      quota={quota}
      reason={reason}
      unlimitedText={t("bText")}
      limitedTitle={t(limitedKey, { count: format.number(rowCount) })}
      onChoose={takeLimited}
      onReturn={returnToUnlimited}
    />
  );
}
