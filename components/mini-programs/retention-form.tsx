"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { NumberInput } from "@/components/ui/number-input";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";
import { SetScanRetentionInput } from "@/lib/scans/schema";
import type { ActionResult } from "@/lib/web/define-action";

export type SetScanRetention = (input: SetScanRetentionInput) => Promise<ActionResult<void>>;

interface RetentionFormProps {
  miniProgram: MiniProgramRow;
  setRetention: SetScanRetention;
}

/** How long single scans are kept. */
export function RetentionForm({ miniProgram, setRetention }: RetentionFormProps) {
  const t = useTranslations("miniPrograms.gate");
  const { run, isPending, problem } = useRefreshingAction(setRetention);
  const { id, scanRetentionDays } = miniProgram;
  const { control, handleSubmit, reset } = useForm<SetScanRetentionInput>({
    resolver: zodResolver(SetScanRetentionInput, undefined, { raw: true }),
    defaultValues: { miniProgramId: id, scanRetentionDays },
  });

  async function submit(input: SetScanRetentionInput) {
    if (await run(input, t("retentionSaved"))) reset(input);
  }

  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => void handleSubmit(submit)(event)}
      className="flex flex-col gap-3"
    >
      <ProblemBanner problem={problem} />
      <NumberInput
        control={control}
        name="scanRetentionDays"
        label={t("retention")}
        help={t("retentionHelp")}
      />
      <div>
        <SubmitButton variant="secondary" isPending={isPending}>
          {t("save")}
        </SubmitButton>
      </div>
    </form>
  );
}
