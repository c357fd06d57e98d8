"use client";

import { useTranslations } from "next-intl";
import { ApprovalNote } from "@/components/codes/words/approval-note";
import { FailureCard } from "@/components/codes/words/failure-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { CodeDetail } from "@/lib/codes/schema";

interface UnmintedPanelProps {
  code: CodeDetail;
  isPending: boolean;
  /** A code that waits is no longer looked after here. */
  hasStoppedLooking: boolean;
  onRetry: () => void;
}

/** What stands between the form and a picture: refused, unknown, held back, or still under way. */
export function UnmintedPanel({ code, isPending, hasStoppedLooking, onRetry }: UnmintedPanelProps) {
  const t = useTranslations("newCode.unminted");
  const actions = (
    <>
      {code.mayRetry ? (
        <SubmitButton variant="outline" isPending={isPending} onPress={onRetry}>
          {t("askAgain")}
        </SubmitButton>
      ) : null}
      <span className="self-center text-sm">
        <TextLink href={`/codes/${code.id}`}>{t("open")}</TextLink>
      </span>
    </>
  );
  if (code.isAwaitingApproval) return <ApprovalNote action={actions} />;
  if (code.failure) {
    return (
      <div className="flex flex-col gap-2">
        <FailureCard code={code} failure={code.failure} action={actions} />
        <p className="text-xs text-muted">
          {code.heldUntil ? t(hasStoppedLooking ? "lookLater" : "willCome") : t("kept")}
        </p>
      </div>
    );
  }
  return (
    <div role="status" className="flex flex-wrap items-center gap-3 text-sm">
      <p>{t("underWay")}</p>
      {actions}
    </div>
  );
}
