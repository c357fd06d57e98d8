"use client";

import { toast } from "@heroui/react";
import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/web/define-action";

type Verdict = { intact: true; entryCount: number } | { intact: false; brokenSeq: string };

interface VerifyChainProps {
  verify: (input: unknown) => Promise<ActionResult<Verdict>>;
}

/** Walks the whole chain on the server and says whether it holds, or which entry does not. */
export function VerifyChain({ verify }: VerifyChainProps) {
  const t = useTranslations("audit");
  const { run, isPending, problem } = useAction(verify);

  async function ask() {
    const answer = await run(undefined);
    if (!answer) return;
    const verdict = answer.data;
    if (verdict.intact) toast.success(t("intact", { count: verdict.entryCount }));
    else toast.danger(t("broken", { seq: verdict.brokenSeq }), { timeout: 0 });
  }

  return (
    <div className="flex flex-col items-end gap-2">
      <SubmitButton variant="outline" isPending={isPending} onPress={() => void ask()}>
        {isPending ? null : <ShieldCheck />}
        {t("verify")}
      </SubmitButton>
      <ProblemBanner problem={problem} />
    </div>
  );
}
