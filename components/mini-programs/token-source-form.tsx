"use client";

import { toast } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useForm, useWatch } from "react-hook-form";
import type { FieldPath, Resolver } from "react-hook-form";
import { ConsentSummary } from "@/components/mini-programs/consent-summary";
import { SourceCards } from "@/components/mini-programs/source-cards";
import { SourceWarning } from "@/components/mini-programs/source-warning";
import { inputOf, isUnchanged, startingValues } from "@/components/mini-programs/source-values";
import type { SourceValues } from "@/components/mini-programs/source-values";
import { TokenServerPart } from "@/components/mini-programs/token-server-part";
import type { TokenSourceSectionProps } from "@/components/mini-programs/token-source-section";
import { ErrorSummary } from "@/components/ui/error-summary";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import { ChooseTokenSourceInput } from "@/lib/mini-programs/schema";

// The schema looks at the fields of the chosen source only; the form holds those of all.
const resolver = zodResolver(ChooseTokenSourceInput, undefined, {
  raw: true,
}) as unknown as Resolver<SourceValues>;

/** Four ways to a token, and what the chosen one needs. */
export function TokenSourceForm({ miniProgram, health, choose, test }: TokenSourceSectionProps) {
  const t = useTranslations("miniPrograms.source");
  const tFields = useTranslations("miniPrograms");
  const router = useRouter();
  const { run, isPending, problem } = useAction(choose);
  const { id, tokenSource: present } = miniProgram;
  const { platform, tokenServer } = health;
  const form = useForm<SourceValues>({
    resolver,
    defaultValues: startingValues(id, present, tokenServer),
  });
  const { control, handleSubmit, reset, setError, setFocus } = form;
  const chosen = useWatch({ control, name: "tokenSource" });

  useEffect(() => {
    if (!problem?.field) return;
    const at = problem.field as FieldPath<SourceValues>;
    setError(at, { message: problem.reason }, { shouldFocus: true });
  }, [problem, setError]);

  async function submit(values: SourceValues) {
    if (isUnchanged(values, present, tokenServer)) {
      toast.info(t("unchanged"));
      return;
    }
    if (!(await run(inputOf(values)))) return;
    reset({ ...values, appSecret: "", headerSecret: "" });
    toast.success(t("saved"));
    router.refresh();
  }

  return (
    <form method="post" noValidate onSubmit={handleSubmit(submit)} className="flex flex-col gap-4">
      <ProblemBanner problem={problem} />
      <ErrorSummary
        control={control}
        setFocus={setFocus}
        labels={{
          appSecret: tFields("fields.appSecret"),
          url: t("serverUrl"),
          headerName: t("headerName"),
          headerSecret: t("headerSecret"),
          tokenPath: t("tokenPath"),
          expiryPath: t("expiryPath"),
        }}
      />
      <SourceCards control={control} present={present} platform={platform} />
      {chosen === "stable" || chosen === "classic" ? (
        <>
          {chosen === "classic" ? <SourceWarning /> : null}
          <TextInput
            control={control}
            name="appSecret"
            type="password"
            label={tFields("fields.appSecret")}
            help={tFields(health.hasAppSecret ? "help.keepSecret" : "help.appSecret")}
            autoComplete="new-password"
            isCode
          />
        </>
      ) : null}
      {chosen === "token_server" ? (
        <TokenServerPart form={form} tokenServer={tokenServer} test={test} />
      ) : null}
      {chosen === "platform" && platform ? <ConsentSummary platform={platform} /> : null}
      <p className="text-sm text-warning-soft-foreground">{t("drops")}</p>
      <div>
        <SubmitButton isPending={isPending}>{t("save")}</SubmitButton>
      </div>
    </form>
  );
}
