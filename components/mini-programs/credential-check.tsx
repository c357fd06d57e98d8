"use client";

import { Alert } from "@heroui/react";
import { PlugZap } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { CredentialRefusal } from "@/components/mini-programs/credential-refusal";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAction } from "@/components/ui/use-action";
import type { CredentialCheck as Verdict, MiniProgramId } from "@/lib/mini-programs/schema";
import type { ActionResult } from "@/lib/web/define-action";

interface CredentialCheckProps {
  miniProgramId: string;
  check: (input: MiniProgramId) => Promise<ActionResult<Verdict>>;
}

/** Asks WeChat whether AppID and secret are right, and tells its answer in words. */
export function CredentialCheck({ miniProgramId, check }: CredentialCheckProps) {
  const t = useTranslations("miniPrograms.check");
  const router = useRouter();
  const { run, isPending, problem } = useAction(check);
  const [verdict, setVerdict] = useState<Verdict | null>(null);

  async function ask() {
    setVerdict(null);
    const answer = await run({ id: miniProgramId });
    if (!answer) return;
    setVerdict(answer.data);
    router.refresh();
  }

  return (
    <SectionCard title={t("title")} description={t("text")}>
      <div className="flex flex-col gap-4">
        <ProblemBanner problem={problem} />
        <output className="block empty:hidden">
          {verdict?.accepted ? (
            <Alert status="success">
              <Alert.Indicator />
              <Alert.Content>
                <Alert.Title>{t("accepted")}</Alert.Title>
              </Alert.Content>
            </Alert>
          ) : null}
          {verdict && !verdict.accepted ? <CredentialRefusal failure={verdict.failure} /> : null}
        </output>
        <div>
          <SubmitButton variant="outline" isPending={isPending} onPress={() => void ask()}>
            {isPending ? null : <PlugZap />}
            {t("button")}
          </SubmitButton>
        </div>
      </div>
    </SectionCard>
  );
}
