"use client";

import { Alert } from "@heroui/react";
import { PlugZap } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import type { TokenServerPartProps } from "@/components/mini-programs/token-server-part";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAction } from "@/components/ui/use-action";
import type { TokenServerTest } from "@/lib/mini-programs/schema";

const FIELDS = ["url", "headerName", "headerSecret", "tokenPath", "expiryPath"] as const;

/** Asks the token server once, as it is filled in; the verdict goes when a field changes. */
export function TokenServerTrial({ form, test }: Omit<TokenServerPartProps, "tokenServer">) {
  const t = useTranslations("miniPrograms.source");
  const { run, isPending, problem } = useAction(test);
  const filledIn = JSON.stringify(useWatch({ control: form.control, name: FIELDS }));
  const [asked, setAsked] = useState<{ filledIn: string; verdict: TokenServerTest | null }>();
  const isCurrent = asked?.filledIn === filledIn && !isPending;

  async function ask() {
    if (!(await form.trigger(FIELDS, { shouldFocus: true }))) return;
    const { id, url, headerName, headerSecret, tokenPath, expiryPath } = form.getValues();
    const answer = await run({ id, url, headerName, headerSecret, tokenPath, expiryPath });
    setAsked({ filledIn, verdict: answer?.data ?? null });
  }

  const verdict = isCurrent ? asked.verdict : null;
  return (
    <div className="flex flex-col gap-3">
      <ProblemBanner problem={isCurrent ? problem : null} />
      <output className="block empty:hidden">
        {verdict ? (
          <Alert status="success">
            <Alert.Indicator />
            <Alert.Content>
              <Alert.Title>
                {verdict.expiresInSeconds === null
                  ? t("worksUnstated")
                  : t("works", { count: verdict.expiresInSeconds })}
              </Alert.Title>
            </Alert.Content>
          </Alert>
        ) : null}
      </output>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <SubmitButton variant="outline" isPending={isPending} onPress={() => void ask()}>
          {isPending ? null : <PlugZap />}
          {t("test")}
        </SubmitButton>
        <p className="text-xs text-muted">{t("testHelp")}</p>
      </div>
    </div>
  );
}
