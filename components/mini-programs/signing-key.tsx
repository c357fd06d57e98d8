"use client";

import { Button, toast } from "@heroui/react";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormDialog } from "@/components/ui/form-dialog";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { TimeStamp } from "@/components/ui/time-stamp";
import { useAction } from "@/components/ui/use-action";
import type { MiniProgramId, MiniProgramRow } from "@/lib/mini-programs/schema";
import type { ActionResult } from "@/lib/web/define-action";

export interface SigningKeyProps {
  miniProgram: MiniProgramRow;
  rotate: (input: MiniProgramId) => Promise<ActionResult<{ signingKey: string }>>;
  remove: (input: MiniProgramId) => Promise<ActionResult<void>>;
}

/** Makes, replaces and removes the key the gate signs with. The key is shown once and kept nowhere here. */
export function SigningKey({ miniProgram, rotate, remove }: SigningKeyProps) {
  const t = useTranslations("miniPrograms.gate");
  const router = useRouter();
  const [asked, setAsked] = useState<"replace" | "remove" | null>(null);
  const [shownKey, setShownKey] = useState<string | null>(null);
  const rotating = useAction(rotate);
  const removing = useAction(remove);
  const { id, signingKeyAt } = miniProgram;

  async function makeKey() {
    const answer = await rotating.run({ id });
    if (!answer) return;
    setAsked(null);
    setShownKey(answer.data.signingKey);
  }

  async function removeKey() {
    if (!(await removing.run({ id }))) return;
    setAsked(null);
    toast.success(t("removed"));
    router.refresh();
  }

  function close() {
    setShownKey(null);
    router.refresh();
  }

  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-x-1.5 font-medium">
        <KeyRound aria-hidden className="size-4 text-muted" />
        {signingKeyAt ? t("signed") : t("unsigned")}
        {signingKeyAt ? <TimeStamp at={signingKeyAt} /> : null}
      </p>
      <p className="text-sm text-muted">{t("about")}</p>
      {asked === null ? <ProblemBanner problem={rotating.problem} /> : null}
      <div className="flex flex-wrap gap-2">
        {signingKeyAt ? (
          <>
            <Button size="sm" variant="outline" onPress={() => setAsked("replace")}>
              {t("replace")}
            </Button>
            <Button size="sm" variant="danger-soft" onPress={() => setAsked("remove")}>
              {t("remove")}
            </Button>
          </>
        ) : (
          <SubmitButton
            variant="outline"
            isPending={rotating.isPending}
            onPress={() => void makeKey()}
          >
            {t("make")}
          </SubmitButton>
        )}
      </div>
      <ConfirmDialog
        isOpen={asked !== null}
        onOpenChange={(isOpen) => (isOpen ? undefined : setAsked(null))}
        title={t(asked === "remove" ? "removeTitle" : "replaceTitle")}
        confirmLabel={t(asked === "remove" ? "remove" : "replace")}
        isPending={rotating.isPending || removing.isPending}
        onConfirm={() => void (asked === "remove" ? removeKey() : makeKey())}
      >
        <div className="flex flex-col gap-2">
          <ProblemBanner problem={asked === "remove" ? removing.problem : rotating.problem} />
          <p>{t(asked === "remove" ? "removeText" : "replaceText")}</p>
        </div>
      </ConfirmDialog>
      <FormDialog
        isOpen={shownKey !== null}
        onOpenChange={(isOpen) => (isOpen ? undefined : close())}
        title={t("key")}
      >
        <div className="flex flex-col gap-4">
          <p>{t("made")}</p>
          <CodeBlock text={shownKey ?? ""} label={t("key")} />
          <div className="flex justify-end">
            <Button onPress={close}>{t("close")}</Button>
          </div>
        </div>
      </FormDialog>
    </div>
  );
}
