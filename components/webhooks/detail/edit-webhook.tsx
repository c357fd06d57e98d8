"use client";

import { Button } from "@heroui/react";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import type { Named } from "@/components/webhooks/form/mini-program-field";
import { WebhookForm } from "@/components/webhooks/form/webhook-form";
import type { WebhookVerbs } from "@/components/webhooks/webhook-verbs";
import type { CreateWebhookInput, WebhookRow } from "@/lib/webhooks/schema";

interface EditWebhookProps {
  webhook: WebhookRow;
  /** The one it is for among them, even when it is archived. */
  miniPrograms: readonly Named[];
  update: WebhookVerbs["update"];
}

/** Changes everything about an endpoint but its secret. */
export function EditWebhook({ webhook, miniPrograms, update }: EditWebhookProps) {
  const t = useTranslations("webhooks");
  const common = useTranslations("common");
  const [isOpen, setOpen] = useState(false);
  const { run, isPending, problem, clearProblem } = useRefreshingAction(update);

  function close() {
    setOpen(false);
    clearProblem();
  }

  async function submit(input: CreateWebhookInput) {
    const { name } = input;
    if (await run({ webhookId: webhook.id, ...input }, t("saved", { name }))) close();
  }

  return (
    <>
      <Button variant="outline" onPress={() => setOpen(true)}>
        <Pencil aria-hidden className="size-4" />
        {t("edit")}
      </Button>
      <FormDialog
        isOpen={isOpen}
        onOpenChange={(isShown) => (isShown ? undefined : close())}
        title={t("form.editTitle")}
      >
        <WebhookForm
          start={{
            name: webhook.name,
            url: webhook.url,
            eventTypes: [...webhook.eventTypes],
            miniProgramId: webhook.miniProgram?.id ?? null,
          }}
          miniPrograms={miniPrograms}
          submitLabel={common("save")}
          isPending={isPending}
          problem={problem}
          onSubmit={(input) => void submit(input)}
          onCancel={close}
        />
      </FormDialog>
    </>
  );
}
