"use client";

import { toast } from "@heroui/react";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useAction } from "@/components/ui/use-action";
import { AskFirst } from "@/components/webhooks/detail/ask-first";
import type { WebhookVerbs } from "@/components/webhooks/webhook-verbs";
import type { WebhookRow } from "@/lib/webhooks/schema";

interface RemoveWebhookProps {
  webhook: Pick<WebhookRow, "id" | "name">;
  remove: WebhookVerbs["remove"];
}

/** Removes an endpoint with its log, after asking, and goes back to the others. */
export function RemoveWebhook({ webhook: { id, name }, remove }: RemoveWebhookProps) {
  const t = useTranslations("webhooks.remove");
  const router = useRouter();
  const { run, isPending, problem } = useAction(remove);

  async function confirm(): Promise<boolean> {
    if (!(await run({ webhookId: id }))) return false;
    toast.success(t("done", { name }));
    router.push("/developers/webhooks");
    return true;
  }

  return (
    <AskFirst
      icon={Trash2}
      name={name}
      namespace="webhooks.remove"
      variant="danger-soft"
      isPending={isPending}
      problem={problem}
      onConfirm={confirm}
    />
  );
}
