"use client";

import { toast } from "@heroui/react";
import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAction } from "@/components/ui/use-action";
import { useFreshDeliveries } from "@/components/webhooks/log/use-deliveries";
import type { ResendDelivery } from "@/components/webhooks/webhook-verbs";
import type { DeliveryRow } from "@/lib/webhooks/schema";

interface ResendButtonProps {
  row: Pick<DeliveryRow, "id" | "webhookId">;
  resend: ResendDelivery;
}

/** Sends the same message once more, whatever became of it. */
export function ResendButton({ row: { id, webhookId }, resend }: ResendButtonProps) {
  const t = useTranslations("webhooks.delivery");
  const { run, isPending, problem } = useAction(resend);
  const readAnew = useFreshDeliveries(webhookId);

  async function send() {
    if (!(await run({ deliveryId: id }))) return;
    toast.success(t("resent"));
    await readAnew();
  }

  return (
    <div className="flex flex-col items-start gap-2">
      <ProblemBanner problem={problem} />
      <SubmitButton variant="outline" isPending={isPending} onPress={() => void send()}>
        <RotateCw aria-hidden className="size-4" />
        {t("resend")}
      </SubmitButton>
    </div>
  );
}
