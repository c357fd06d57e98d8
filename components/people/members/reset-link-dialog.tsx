"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { MemberVerbs } from "@/components/people/members/member-verbs";
import { OnceLink } from "@/components/people/once-link";
import { DialogForm } from "@/components/ui/dialog-form";
import { FormDialog } from "@/components/ui/form-dialog";
import { useAction } from "@/components/ui/use-action";
import type { MadeAccountLink } from "@/lib/people/account-link-schema";
import type { MemberRow } from "@/lib/people/member-schema";

interface ResetLinkDialogProps {
  member: MemberRow;
  makeResetLink: MemberVerbs["makeResetLink"];
  onClose: () => void;
}

/** Makes the address under which a colleague sets a new password, and shows it this once. */
export function ResetLinkDialog({ member, makeResetLink, onClose }: ResetLinkDialogProps) {
  const t = useTranslations("people.acts.resetLink");
  const common = useTranslations("common");
  const router = useRouter();
  const { run, isPending, problem } = useAction(makeResetLink);
  const [made, setMade] = useState<MadeAccountLink | null>(null);

  async function make() {
    const answer = await run({ userId: member.id });
    if (answer) setMade(answer.data);
  }

  function close() {
    onClose();
    if (made) router.refresh();
  }

  return (
    <FormDialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : close())}
      title={t(made ? "made" : "title", { name: member.name })}
    >
      {made ? (
        <OnceLink made={made} email={member.email} onClose={close} />
      ) : (
        <DialogForm
          onSubmit={() => void make()}
          onCancel={close}
          isPending={isPending}
          problem={problem}
          labels={{ cancel: common("cancel"), submit: t("confirm") }}
        >
          <p>{t("text")}</p>
        </DialogForm>
      )}
    </FormDialog>
  );
}
