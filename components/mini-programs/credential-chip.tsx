import { CircleCheck, CircleHelp, CircleX, Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";

/** What WeChat said of the credentials at the last check, and when that was. */
export function CredentialChip({
  checkedAt,
  checkFailure,
}: Pick<MiniProgramRow, "checkedAt" | "checkFailure">) {
  const t = useTranslations("miniPrograms.credentials");
  if (!checkedAt) {
    return (
      <StatusChip tone="default" icon={CircleHelp}>
        {t("unchecked")}
      </StatusChip>
    );
  }
  const verdict = checkFailure?.errcode ? (
    <StatusChip tone="danger" icon={CircleX}>
      {t("refused", { errcode: String(checkFailure.errcode) })}
    </StatusChip>
  ) : checkFailure ? (
    <StatusChip tone="warning" icon={Unplug}>
      {t("unreachable")}
    </StatusChip>
  ) : (
    <StatusChip tone="success" icon={CircleCheck}>
      {t("accepted")}
    </StatusChip>
  );
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      {verdict}
      <span className="text-xs text-muted">
        {t("checked")} <TimeStamp at={checkedAt} />
      </span>
    </span>
  );
}
