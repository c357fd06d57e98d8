"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { RetryCode } from "@/components/codes/mint/use-mint";
import { ApprovalNote } from "@/components/codes/words/approval-note";
import { FailureCard } from "@/components/codes/words/failure-card";
import { useAwaitedCode } from "@/components/codes/words/use-awaited-code";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAction } from "@/components/ui/use-action";
import type { CodeDetail } from "@/lib/codes/schema";

interface FailurePanelProps {
  code: CodeDetail;
  mayMint: boolean;
  retryCode: RetryCode;
}

/** Why there is no picture, and the way to ask again; the page follows a code that goes on by itself. */
export function FailurePanel({ code: given, mayMint, retryCode }: FailurePanelProps) {
  const t = useTranslations("codeDetail.failure");
  const router = useRouter();
  const { run, isPending, problem } = useAction(retryCode);
  const { code } = useAwaitedCode(given, () => router.refresh());

  async function retry() {
    await run({ codeId: given.id });
    router.refresh();
  }

  if (code?.isAwaitingApproval) return <ApprovalNote />;
  if (!code || (!code.failure && !code.mayRetry)) return null;
  const price = code.status === "unknown" || code.quotaCost === 0 ? "retryFree" : "retryLimited";
  const retryButton =
    code.mayRetry && mayMint ? (
      <>
        <SubmitButton variant="outline" isPending={isPending} onPress={() => void retry()}>
          {t("retry")}
        </SubmitButton>
        <span className="self-center text-xs text-muted">{t(price)}</span>
      </>
    ) : null;
  return (
    <div className="flex flex-col gap-3">
      <ProblemBanner problem={problem} />
      {code.failure ? (
        <FailureCard code={code} failure={code.failure} action={retryButton} />
      ) : (
        <div className="flex flex-wrap gap-3">{retryButton}</div>
      )}
    </div>
  );
}
