"use client";

import { CirclePlay, CircleSlash } from "lucide-react";
import { useTranslations } from "next-intl";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import { AskFirst } from "@/components/webhooks/detail/ask-first";
import type { WebhookVerbs } from "@/components/webhooks/webhook-verbs";
import type { WebhookRow } from "@/lib/webhooks/schema";

interface SwitchWebhookProps extends Pick<WebhookVerbs, "disable" | "enable"> {
  webhook: Pick<WebhookRow, "id" | "name" | "disabledAt">;
}

/** Disables an endpoint after asking, or enables one that is disabled. */
export function SwitchWebhook({ webhook, disable, enable }: SwitchWebhookProps) {
  const t = useTranslations("webhooks");
  const { id: webhookId, name, disabledAt } = webhook;
  const disabling = useRefreshingAction(disable);
  const enabling = useRefreshingAction(enable);
  if (!disabledAt) {
    return (
      <AskFirst
        icon={CircleSlash}
        name={name}
        namespace="webhooks.disable"
        variant="outline"
        isPending={disabling.isPending}
        problem={disabling.problem}
        onConfirm={() => disabling.run({ webhookId }, t("disable.done", { name }))}
      />
    );
  }
  return (
    <>
      <ProblemBanner problem={enabling.problem} />
      <SubmitButton
        variant="outline"
        isPending={enabling.isPending}
        onPress={() => void enabling.run({ webhookId }, t("enable.done", { name }))}
      >
        <CirclePlay aria-hidden className="size-4" />
        {t("enable.button")}
      </SubmitButton>
    </>
  );
}
