"use client";

import { Button } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { ErrcodeField } from "@/components/sandbox/errcode-field";
import { FormChoice } from "@/components/sandbox/form-choice";
import type { SandboxActions, SandboxWords } from "@/components/sandbox/sandbox-props";
import { useSandboxWords } from "@/components/sandbox/use-sandbox-words";
import { ErrorSummary } from "@/components/ui/error-summary";
import { NumberInput } from "@/components/ui/number-input";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAction } from "@/components/ui/use-action";
import {
  AddFaultInput,
  ANY_APPID,
  EVERY_ENDPOINT,
  FAULT_KINDS,
  hasErrcode,
} from "@/lib/sandbox-control/schema";
import type { FaultKind } from "@/lib/sandbox-control/schema";
import type { AccountRow } from "@/lib/sandbox-control/row-schema";

interface FaultFormProps {
  accounts: readonly AccountRow[];
  words: SandboxWords;
  add: SandboxActions["addFault"];
  onCancel: () => void;
  onDone: () => void;
}

const START: AddFaultInput = {
  endpoint: "getwxacodeunlimit",
  appid: ANY_APPID,
  kind: "errcode",
  errcode: 45009,
  slowMs: 3_000,
  when: "first",
  calls: 1,
  percent: 20,
  counted: "usual",
};

const MOMENTS = ["first", "nth", "chance", "always"] as const;
const COUNTED = ["usual", "before", "after"] as const;

/** Where the sandbox counts when nobody says so: an answer is lost after the work, an error comes instead of it. */
const usualFor = (kind: FaultKind) =>
  ["truncated_jpeg", "truncated_body", "hang", "reset", "slow"].includes(kind) ? "before" : "after";

export function FaultForm({ accounts, words, add, onCancel, onDone }: FaultFormProps) {
  const t = useTranslations("sandbox.faults");
  const tAll = useTranslations("sandbox");
  const tCommon = useTranslations("common");
  const { endpointOptions, endpoint, faultKind } = useSandboxWords();
  const { run, isPending, problem } = useAction(add);
  const { control, handleSubmit, setFocus } = useForm<AddFaultInput>({
    resolver: zodResolver(AddFaultInput, undefined, { raw: true }),
    defaultValues: START,
  });
  const [kind, when, counted] = useWatch({ control, name: ["kind", "when", "counted"] });
  const countedAs = counted === "usual" ? usualFor(kind) : counted;
  return (
    <form
      method="post"
      noValidate
      onSubmit={handleSubmit(async (input) => {
        if (await run(input)) onDone();
      })}
      className="flex flex-col gap-4 pt-2"
    >
      <ProblemBanner problem={problem} />
      <ErrorSummary
        control={control}
        setFocus={setFocus}
        labels={{
          errcode: t("errcode"),
          slowMs: t("slowMs"),
          calls: t(when === "nth" ? "nth" : "first"),
          percent: t("percent"),
        }}
      />
      <FormChoice
        control={control}
        name="endpoint"
        label={t("endpoint")}
        help={t("endpointHelp")}
        options={[...endpointOptions, { id: EVERY_ENDPOINT, label: endpoint(EVERY_ENDPOINT) }]}
      />
      <FormChoice
        control={control}
        name="appid"
        label={t("miniProgram")}
        help={t("miniProgramHelp")}
        options={[
          { id: ANY_APPID, label: t("anyMiniProgram") },
          ...accounts.map(({ appid }) => ({
            id: appid,
            label: words.names[appid] ? `${words.names[appid]} · ${appid}` : appid,
          })),
        ]}
      />
      <FormChoice
        control={control}
        name="kind"
        label={t("kind")}
        help={tAll(`faultHelp.${kind}`, { seconds: words.timeoutSeconds })}
        options={FAULT_KINDS.map((id) => ({ id, label: faultKind(id) }))}
      />
      {hasErrcode(kind) ? <ErrcodeField control={control} meanings={words.meanings} /> : null}
      {kind === "slow" ? (
        <NumberInput
          control={control}
          name="slowMs"
          label={t("slowMs")}
          help={t("slowMsHelp", { seconds: words.timeoutSeconds })}
        />
      ) : null}
      <FormChoice
        control={control}
        name="when"
        label={t("when")}
        help={t(`whenHelp.${when}`)}
        options={MOMENTS.map((id) => ({ id, label: t(`whens.${id}`) }))}
      />
      {when === "first" || when === "nth" ? (
        <NumberInput control={control} name="calls" label={t(when)} help={t("callsHelp")} />
      ) : null}
      {when === "chance" ? (
        <NumberInput
          control={control}
          name="percent"
          label={t("percent")}
          help={t("percentHelp")}
        />
      ) : null}
      <FormChoice
        control={control}
        name="counted"
        label={t("counted")}
        help={t(`countedHelp.${countedAs}`)}
        options={COUNTED.map((id) => ({ id, label: t(`counteds.${id}`) }))}
      />
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onPress={onCancel}>
          {tCommon("cancel")}
        </Button>
        <SubmitButton isPending={isPending}>{t("submit")}</SubmitButton>
      </div>
    </form>
  );
}
