"use client";

import { Modal } from "@heroui/react";
import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { VerdictView } from "@/components/audit/verdict-view";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAction } from "@/components/ui/use-action";
import type { ChainVerdict } from "@/lib/audit/verify-chain";
import type { ActionResult } from "@/lib/web/define-action";

interface VerifyChainProps {
  verify: (input: unknown) => Promise<ActionResult<ChainVerdict>>;
}

/** Walks the whole chain on the server and says whether it holds, or which entry does not and what to do. */
export function VerifyChain({ verify }: VerifyChainProps) {
  const t = useTranslations("audit");
  const { run, isPending, problem } = useAction(verify);
  const [verdict, setVerdict] = useState<ChainVerdict | null>(null);
  const [isOpen, setOpen] = useState(false);

  async function ask() {
    const answer = await run(undefined);
    if (!answer) return;
    setVerdict(answer.data);
    setOpen(true);
  }

  return (
    <div className="flex flex-col items-end gap-2">
      <SubmitButton variant="outline" isPending={isPending} onPress={() => void ask()}>
        {isPending ? null : <ShieldCheck />}
        {t("verify")}
      </SubmitButton>
      {isPending ? (
        <p role="status" className="text-xs text-muted">
          {t("verdict.running")}
        </p>
      ) : null}
      <ProblemBanner problem={problem} />
      <Modal.Backdrop isOpen={isOpen} onOpenChange={setOpen}>
        <Modal.Container placement="center" size="lg">
          <Modal.Dialog>
            <Modal.CloseTrigger />
            <Modal.Header>
              <Modal.Heading>{t("verdict.title")}</Modal.Heading>
            </Modal.Header>
            <Modal.Body className="text-foreground">
              {verdict ? <VerdictView verdict={verdict} /> : null}
            </Modal.Body>
          </Modal.Dialog>
        </Modal.Container>
      </Modal.Backdrop>
    </div>
  );
}
