"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { OptionCards } from "@/components/mini-programs/option-cards";
import { OnceLink } from "@/components/people/once-link";
import { DialogForm } from "@/components/ui/dialog-form";
import { FormDialog } from "@/components/ui/form-dialog";
import { NumberInput } from "@/components/ui/number-input";
import { TextInput } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import { INVITE_DAYS_MAX, InvitePersonInput } from "@/lib/people/account-link-schema";
import type { MadeAccountLink } from "@/lib/people/account-link-schema";
import { RoleName } from "@/lib/people/schema";
import type { ActionResult } from "@/lib/web/define-action";

export interface InviteDialogProps {
  invite: (input: InvitePersonInput) => Promise<ActionResult<MadeAccountLink>>;
  /** What stands in the form at first. */
  start: InvitePersonInput;
  onClose: () => void;
}

/** Asks who is to come and as what, then shows their address, this once. */
export function InviteDialog({ invite, start, onClose }: InviteDialogProps) {
  const t = useTranslations("people.invite");
  const router = useRouter();
  const [made, setMade] = useState<{ link: MadeAccountLink; email: string } | null>(null);

  function close() {
    onClose();
    if (made) router.refresh();
  }

  return (
    <FormDialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : close())}
      title={t(made ? "made" : "title")}
    >
      {made ? (
        <OnceLink made={made.link} email={made.email} onClose={close} />
      ) : (
        <InviteForm
          invite={invite}
          start={start}
          onMade={(link, email) => setMade({ link, email })}
          onClose={close}
        />
      )}
    </FormDialog>
  );
}

interface InviteFormProps extends InviteDialogProps {
  onMade: (link: MadeAccountLink, email: string) => void;
}

function InviteForm({ invite, start, onMade, onClose }: InviteFormProps) {
  const t = useTranslations("people.invite");
  const tMay = useTranslations("people.roles");
  const tRoles = useTranslations("frame.roles");
  const common = useTranslations("common");
  const { run, isPending, problem } = useAction(invite);
  const { control, handleSubmit } = useForm<InvitePersonInput>({
    resolver: zodResolver(InvitePersonInput, undefined, { raw: true }),
    defaultValues: start,
  });

  async function make(input: InvitePersonInput) {
    const answer = await run(input);
    if (answer) onMade(answer.data, input.email.trim());
  }

  return (
    <DialogForm
      onSubmit={(event) => void handleSubmit(make)(event)}
      onCancel={onClose}
      isPending={isPending}
      problem={problem}
      labels={{ cancel: common("cancel"), submit: t("submit") }}
    >
      <TextInput
        control={control}
        name="email"
        type="email"
        label={t("email")}
        placeholder="name@company.com"
      />
      <TextInput control={control} name="name" label={t("name")} help={t("nameHelp")} />
      <OptionCards
        control={control}
        name="role"
        label={t("role")}
        options={RoleName.options.map((role) => ({
          value: role,
          title: tRoles(role),
          text: tMay(role),
        }))}
      />
      <NumberInput
        control={control}
        name="days"
        label={t("days")}
        help={t("daysHelp", { most: INVITE_DAYS_MAX })}
      />
    </DialogForm>
  );
}
