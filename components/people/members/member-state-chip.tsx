import { Ban, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";

export function MemberStateChip({ isDisabled }: { isDisabled: boolean }) {
  const t = useTranslations("people.members");
  return isDisabled ? (
    <StatusChip tone="danger" icon={Ban}>
      {t("disabled")}
    </StatusChip>
  ) : (
    <StatusChip tone="success" icon={CircleCheck}>
      {t("active")}
    </StatusChip>
  );
}
