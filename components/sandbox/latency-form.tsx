"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { FormChoice } from "@/components/sandbox/form-choice";
import type { SandboxActions } from "@/components/sandbox/sandbox-props";
import { useSandboxWords } from "@/components/sandbox/use-sandbox-words";
import { ErrorSummary } from "@/components/ui/error-summary";
import { NumberInput } from "@/components/ui/number-input";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAction } from "@/components/ui/use-action";
import { EVERY_ENDPOINT, LATENCY_KINDS, SetLatencyInput } from "@/lib/sandbox-control/schema";

const START: SetLatencyInput = {
  endpoint: EVERY_ENDPOINT,
  kind: "lognormal",
  ms: 300,
  minMs: 100,
  maxMs: 3_000,
  medianMs: 300,
  sigma: 0.5,
};

interface LatencyFormProps {
  save: SandboxActions["setLatency"];
  onDone: () => void;
}

export function LatencyForm({ save, onDone }: LatencyFormProps) {
  const t = useTranslations("sandbox.latency");
  const { endpointOptions, endpoint } = useSandboxWords();
  const { run, isPending, problem } = useAction(save);
  const { control, handleSubmit, setFocus } = useForm<SetLatencyInput>({
    resolver: zodResolver(SetLatencyInput, undefined, { raw: true }),
    defaultValues: START,
  });
  const kind = useWatch({ control, name: "kind" });
  return (
    <form
      method="post"
      noValidate
      onSubmit={handleSubmit(async (input) => {
        if (await run(input)) onDone();
      })}
      className="flex flex-col gap-4"
    >
      <ProblemBanner problem={problem} />
      <ErrorSummary
        control={control}
        setFocus={setFocus}
        labels={{
          ms: t("ms"),
          minMs: t("minMs"),
          medianMs: t("medianMs"),
          sigma: t("sigma"),
          maxMs: t("maxMs"),
        }}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormChoice
          control={control}
          name="endpoint"
          label={t("endpoint")}
          help={t("endpointHelp")}
          options={[{ id: EVERY_ENDPOINT, label: endpoint(EVERY_ENDPOINT) }, ...endpointOptions]}
        />
        <FormChoice
          control={control}
          name="kind"
          label={t("kind")}
          help={t(`kindHelp.${kind}`)}
          options={LATENCY_KINDS.map((id) => ({ id, label: t(`kinds.${id}`) }))}
        />
        {kind === "fixed" ? (
          <NumberInput control={control} name="ms" label={t("ms")} help={t("msHelp")} />
        ) : null}
        {kind === "uniform" ? (
          <NumberInput control={control} name="minMs" label={t("minMs")} help={t("msHelp")} />
        ) : null}
        {kind === "lognormal" ? (
          <>
            <NumberInput
              control={control}
              name="medianMs"
              label={t("medianMs")}
              help={t("medianHelp")}
            />
            <NumberInput
              control={control}
              name="sigma"
              label={t("sigma")}
              help={t("sigmaHelp")}
              step={0.01}
            />
          </>
        ) : null}
        {kind === "uniform" || kind === "lognormal" ? (
          <NumberInput control={control} name="maxMs" label={t("maxMs")} help={t("msHelp")} />
        ) : null}
      </div>
      <div>
        <SubmitButton variant="outline" isPending={isPending}>
          {t("submit")}
        </SubmitButton>
      </div>
    </form>
  );
}
