"use client";

import { Button } from "@heroui/react";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { useAction } from "@/components/ui/use-action";
import { MadeSecret } from "@/components/webhooks/form/made-secret";
import type { Named } from "@/components/webhooks/form/mini-program-field";
import { WebhookForm } from "@/components/webhooks/form/webhook-form";
import type { CreateWebhook } from "@/components/webhooks/webhook-verbs";
import type { CreateWebhookInput, MadeWebhook } from "@/lib/webhooks/schema";

const NEW: CreateWebhookInput = { name: "", url: "", eventTypes: [], miniProgramId: null };

interface NewWebhookProps {
  miniPrograms: readonly Named[];
  create: CreateWebhook;
}

/** Opens the form; then its secret is shown, and after that the endpoint. */
export function NewWebhook({ miniPrograms, create }: NewWebhookProps) {
  const t = useTranslations("webhooks");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<MadeWebhook | null>(null);
  const { run, isPending, problem, clearProblem } = useAction(create);

  async function submit(input: CreateWebhookInput) {
    const answer = await run(input);
    if (answer) setMade(answer.data);
  }

  function close() {
    setOpen(false);
    clearProblem();
    if (!made) return;
    setMade(null);
    router.push(`/developers/webhooks/${made.webhookId}`);
  }

  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Plus aria-hidden className="size-4" />
        {t("new")}
      </Button>
      <FormDialog
        isOpen={isOpen}
        onOpenChange={(isShown) => (isShown ? undefined : close())}
        title={t(made ? "made.title" : "form.newTitle")}
      >
        {made ? (
          <MadeSecret secret={made.secret} next={t("made.next")} onClose={close} />
        ) : (
          <WebhookForm
            start={NEW}
            miniPrograms={miniPrograms}
            submitLabel={t("form.create")}
            isPending={isPending}
            problem={problem}
            onSubmit={(input) => void submit(input)}
            onCancel={close}
          />
        )}
      </FormDialog>
    </>
  );
}
