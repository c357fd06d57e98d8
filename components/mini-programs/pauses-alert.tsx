"use client";

import { Alert, Button, toast } from "@heroui/react";
import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { PauseFacts } from "@/components/mini-programs/pause-facts";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { useAction } from "@/components/ui/use-action";
import type { MiniProgramId } from "@/lib/mini-programs/schema";
import type { CallPause } from "@/lib/wechat-state/schema";
import type { ActionResult } from "@/lib/web/define-action";

interface PausesAlertProps {
  miniProgramId: string;
  pauses: readonly CallPause[];
  /** Null for those who may not lift them. */
  lift: ((input: MiniProgramId) => Promise<ActionResult<void>>) | null;
}

/** What is held back after a refusal of WeChat's, why, and the way to let it go. */
export function PausesAlert({ miniProgramId, pauses, lift }: PausesAlertProps) {
  const t = useTranslations("miniPrograms.pauses");
  if (pauses.length === 0) return null;
  return (
    <Alert status="warning" className="mb-4">
      <Alert.Indicator />
      <Alert.Content className="min-w-0">
        <Alert.Title>{t("title")}</Alert.Title>
        <Alert.Description>{t("text")}</Alert.Description>
        <ul className="mt-2 flex flex-col gap-3">
          {pauses.map((pause) => (
            <li key={`${pause.scope} ${pause.reason}`}>
              <PauseFacts pause={pause} />
            </li>
          ))}
        </ul>
        {lift ? (
          <LiftButton miniProgramId={miniProgramId} lift={lift} />
        ) : (
          <p className="mt-2 text-sm text-muted">{t("mayNot")}</p>
        )}
      </Alert.Content>
    </Alert>
  );
}

interface LiftButtonProps {
  miniProgramId: string;
  lift: (input: MiniProgramId) => Promise<ActionResult<void>>;
}

function LiftButton({ miniProgramId, lift }: LiftButtonProps) {
  const t = useTranslations("miniPrograms.pauses");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const { run, isPending, problem } = useAction(lift);

  async function confirm() {
    if (!(await run({ id: miniProgramId }))) return;
    setOpen(false);
    toast.success(t("lifted"));
    router.refresh();
  }

  return (
    <div className="mt-3">
      <Button variant="outline" onPress={() => setOpen(true)}>
        <Play />
        {t("lift")}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        title={t("ask")}
        confirmLabel={t("confirm")}
        isPending={isPending}
        onConfirm={() => void confirm()}
      >
        <div className="flex flex-col gap-2">
          <ProblemBanner problem={problem} />
          <p>{t("willGo")}</p>
          <p>{t("again")}</p>
        </div>
      </ConfirmDialog>
    </div>
  );
}
