import { CircleCheck, CircleX, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { PlatformConsent } from "@/lib/mini-programs/schema";

/** Whether codes can be had by way of a consent. */
export function ConsentChip({
  platform: { withdrawnAt, mayMint },
}: {
  platform: Pick<PlatformConsent, "withdrawnAt" | "mayMint">;
}) {
  const t = useTranslations("miniPrograms.health");
  if (withdrawnAt) {
    return (
      <StatusChip tone="danger" icon={CircleX}>
        {t("withdrawn")}
      </StatusChip>
    );
  }
  return mayMint ? (
    <StatusChip tone="success" icon={CircleCheck}>
      {t("mayMint")}
    </StatusChip>
  ) : (
    <StatusChip tone="warning" icon={TriangleAlert}>
      {t("mayNotMint")}
    </StatusChip>
  );
}
