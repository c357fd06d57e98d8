"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import type { ApiKeyId, ApiKeyRow } from "@/lib/people/api-key-schema";
import type { ActionResult } from "@/lib/web/define-action";

interface RevokeKeyProps {
  /** Null: nothing is asked. */
  asked: ApiKeyRow | null;
  revoke: (input: ApiKeyId) => Promise<ActionResult<void>>;
  onClose: () => void;
}

/** Asks before a key ends for good. */
export function RevokeKey({ asked, revoke, onClose }: RevokeKeyProps) {
  const t = useTranslations("account.keys");
  const { run, isPending, problem, clearProblem } = useRefreshingAction(revoke);

  function close() {
    clearProblem();
    onClose();
  }

  async function revokeAsked({ id, name }: ApiKeyRow) {
    if (await run({ keyId: id }, t("revoked", { name }))) close();
  }

  return (
    <ConfirmDialog
      isOpen={asked !== null}
      onOpenChange={(isOpen) => (isOpen ? undefined : close())}
      title={t("revokeTitle", { name: asked?.name ?? "" })}
      confirmLabel={t("revoke")}
      isPending={isPending}
      onConfirm={() => {
        if (asked) void revokeAsked(asked);
      }}
    >
      <div className="flex flex-col gap-2">
        <ProblemBanner problem={problem} />
        <p>{t("revokeText")}</p>
      </div>
    </ConfirmDialog>
  );
}
