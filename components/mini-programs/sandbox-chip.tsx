import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";

export function SandboxChip() {
  const t = useTranslations("common");
  return (
    <StatusChip tone="accent" icon={FlaskConical}>
      {t("sandbox")}
    </StatusChip>
  );
}
