"use client";

import { Alert } from "@heroui/react";
import { PlugZap } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { CredentialRefusal } from "@/components/mini-programs/credential-refusal";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAction } from "@/components/ui/use-action";
import type {
  CredentialCheck as Verdict,
  MiniProgramId,
  MiniProgramRow,
} from "@/lib/mini-programs/schema";
import type { ActionResult } from "@/lib/web/define-action";

interface CredentialCheckProps {
  miniProgram: Pick<MiniProgramRow, "id" | "tokenSource" | "checkedAt" | "checkFailure">;
  check: (input: MiniProgramId) => Promise<ActionResult<Verdict>>;
}

/** Asks for a token once, the way tokens come now; what became of it stands here in words. */
export function CredentialCheck({ miniProgram, check }: CredentialCheckProps) {
  const t = useTranslations("miniPrograms.check");
  const router = useRouter();
  const { run, isPending, problem } = useAction(check);
  const { id, tokenSource, checkedAt, checkFailure } = miniProgram;
  const by = tokenSource === "stable" || tokenSource === "classic" ? "secret" : tokenSource;

  async function ask() {
    if (await run({ id })) router.refresh();
  }

  return (
    <SectionCard title={t("title")} description={t(`texts.${tokenSource}`)}>
      <div className="flex flex-col gap-4">
        <ProblemBanner problem={problem} />
        <output className="block empty:hidden">
          {!isPending && checkedAt && !checkFailure ? (
            <Alert status="success">
              <Alert.Indicator />
              <Alert.Content>
                <Alert.Title>{t(`acceptedBy.${by}`)}</Alert.Title>
              </Alert.Content>
            </Alert>
          ) : null}
          {!isPending && checkFailure ? <CredentialRefusal failure={checkFailure} /> : null}
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
