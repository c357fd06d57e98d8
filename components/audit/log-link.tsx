import { BookOpenCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { logAddress } from "@/components/audit/log-address";
import { ButtonLink } from "@/components/ui/button-link";
import type { AuditTargetKind } from "@/lib/audit/actions";

interface LogLinkProps {
  kind: AuditTargetKind;
  id: string;
}

/** From an object to everything the log has about it. */
export function LogLink({ kind, id }: LogLinkProps) {
  const t = useTranslations("audit");
  return (
    <ButtonLink href={logAddress(kind, id)} variant="outline">
      <BookOpenCheck />
      {t("seeLog")}
    </ButtonLink>
  );
}
