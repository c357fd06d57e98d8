"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import type { ActionResult } from "@/lib/web/define-action";

interface RevokeDialogProps<Input> {
  /** What is to end; null: nothing is asked. */
  asked: { name: string; input: Input } | null;
  revoke: (input: Input) => Promise<ActionResult<void>>;
  /** Where `revokeTitle`, `revokeText`, `revoke` and `revoked` stand in the message files. */
  namespace: "account.keys" | "packLinks" | "people.invites";
  onClose: () => void;
}

/** Asks before something that was given away ends for good. */
export function RevokeDialog<Input>({
  asked,
  revoke,
  namespace,
  onClose,
}: RevokeDialogProps<Input>) {
  const t = useTranslations(namespace);
  const { run, isPending, problem, clearProblem } = useRefreshingAction(revoke);

  function close() {
    clearProblem();
    onClose();
  }

  async function confirm() {
    if (asked && (await run(asked.input, t("revoked", { name: asked.name })))) close();
  }

  return (
    <ConfirmDialog
      isOpen={asked !== null}
      onOpenChange={(isOpen) => (isOpen ? undefined : close())}
      title={t("revokeTitle", { name: asked?.name ?? "" })}
      confirmLabel={t("revoke")}
      isPending={isPending}
      onConfirm={() => void confirm()}
    >
      <div className="flex flex-col gap-2">
        <ProblemBanner problem={problem} />
        <p>{t("revokeText")}</p>
      </div>
    </ConfirmDialog>
  );
}
