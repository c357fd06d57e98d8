import { UserRoundCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";

/** A code that a second person has to approve before it is sent. */
export function ApprovalNote({ action }: { action?: ReactNode }) {
  const t = useTranslations("codes.approval");
  return (
    <div
      role="status"
      className="flex gap-2 rounded-lg bg-accent-soft px-3 py-2 text-sm text-accent-soft-foreground"
    >
      <UserRoundCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-medium">{t("title")}</p>
        <p>
          {t("text")} <TextLink href="/quota#approvals">{t("open")}</TextLink>
        </p>
        {action}
      </div>
    </div>
  );
}
