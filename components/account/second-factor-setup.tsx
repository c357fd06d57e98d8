"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SecondFactorCodes } from "@/components/account/second-factor-codes";
import { SecondFactorScan } from "@/components/account/second-factor-scan";
import type { SecondFactorVerbs } from "@/components/account/second-factor-verbs";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAction } from "@/components/ui/use-action";
import type { NewSecondFactor } from "@/lib/people/second-factor-schema";

interface SecondFactorSetupProps {
  begin: SecondFactorVerbs["begin"];
  confirm: SecondFactorVerbs["confirm"];
  /** It is on, and the recovery codes are in safe hands. */
  onDone: () => void;
}

/** From "set up" over the picture for the app to the recovery codes. */
export function SecondFactorSetup({ begin, confirm, onDone }: SecondFactorSetupProps) {
  const t = useTranslations("account.secondFactor");
  const { run, isPending, problem } = useAction(begin);
  const [begun, setBegun] = useState<NewSecondFactor | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);

  async function start() {
    const answer = await run(null);
    if (answer) setBegun(answer.data);
  }

  if (codes) return <SecondFactorCodes codes={codes} onSaved={onDone} />;
  if (begun) return <SecondFactorScan begun={begun} confirm={confirm} onConfirmed={setCodes} />;
  return (
    <div className="flex flex-col gap-4">
      <ProblemBanner problem={problem} />
      <div>
        <SubmitButton isPending={isPending} onPress={start}>
          {t("setUp")}
        </SubmitButton>
      </div>
    </div>
  );
}
