"use client";

import { toast } from "@heroui/react";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAction } from "@/components/ui/use-action";
import { useFreshDeliveries } from "@/components/webhooks/log/use-deliveries";
import type { WebhookVerbs } from "@/components/webhooks/webhook-verbs";

interface SendTestProps {
  webhookId: string;
  sendTest: WebhookVerbs["sendTest"];
}

/** Sends an example, which then stands in the log below. */
export function SendTest({ webhookId, sendTest }: SendTestProps) {
  const t = useTranslations("webhooks.test");
  const { run, isPending, problem } = useAction(sendTest);
  const readAnew = useFreshDeliveries(webhookId);

  async function send() {
    if (!(await run({ webhookId }))) return;
    toast.success(t("sent"));
    await readAnew();
  }

  return (
    <>
      <ProblemBanner problem={problem} />
      <SubmitButton isPending={isPending} onPress={() => void send()}>
        <Send aria-hidden className="size-4" />
        {t("button")}
      </SubmitButton>
    </>
  );
}
