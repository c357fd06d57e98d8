"use client";

import { Button } from "@heroui/react";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormDialog } from "@/components/ui/form-dialog";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { useAction } from "@/components/ui/use-action";
import { MadeSecret } from "@/components/webhooks/form/made-secret";
import type { WebhookVerbs } from "@/components/webhooks/webhook-verbs";
import { SECRET_OVERLAP_HOURS } from "@/lib/webhooks/schema";
import type { WebhookRow } from "@/lib/webhooks/schema";

interface RotateSecretProps {
  webhook: Pick<WebhookRow, "id" | "name" | "previousSecretUntil">;
  rotate: WebhookVerbs["rotateSecret"];
}

/** A new signing secret, after asking; it is shown once, and the present one signs along for a day. */
export function RotateSecret({ webhook, rotate }: RotateSecretProps) {
  const t = useTranslations("webhooks");
  const router = useRouter();
  const { run, isPending, problem, clearProblem } = useAction(rotate);
  const [isAsked, setAsked] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const hours = SECRET_OVERLAP_HOURS;

  function ask(isShown: boolean) {
    setAsked(isShown);
    clearProblem();
  }

  async function confirm() {
    const answer = await run({ webhookId: webhook.id });
    if (!answer) return;
    setAsked(false);
    setSecret(answer.data.secret);
  }

  function close() {
    setSecret(null);
    router.refresh();
  }

  return (
    <>
      <Button size="sm" variant="outline" onPress={() => ask(true)}>
        <KeyRound aria-hidden className="size-3.5" />
        {t("rotate.button")}
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        onOpenChange={ask}
        title={t("rotate.title", { name: webhook.name })}
        confirmLabel={t("rotate.button")}
        isPending={isPending}
        onConfirm={() => void confirm()}
      >
        <div className="flex flex-col gap-2">
          <ProblemBanner problem={problem} />
          <p>{t("rotate.text", { hours })}</p>
          {webhook.previousSecretUntil ? <p>{t("rotate.again")}</p> : null}
        </div>
      </ConfirmDialog>
      <FormDialog
        isOpen={secret !== null}
        onOpenChange={(isShown) => (isShown ? undefined : close())}
        title={t("made.rotatedTitle")}
      >
        {secret === null ? null : (
          <MadeSecret secret={secret} next={t("made.rotatedNext", { hours })} onClose={close} />
        )}
      </FormDialog>
    </>
  );
}
