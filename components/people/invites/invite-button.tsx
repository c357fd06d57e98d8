"use client";

import { Button } from "@heroui/react";
import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { InviteDialog } from "@/components/people/invites/invite-dialog";
import type { InviteDialogProps } from "@/components/people/invites/invite-dialog";
import { NEW_INVITE } from "@/components/people/invites/invite-start";

/** Opens the invite form. */
export function InviteButton({ invite }: Pick<InviteDialogProps, "invite">) {
  const t = useTranslations("people.invite");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <UserPlus aria-hidden className="size-4" />
        {t("open")}
      </Button>
      {isOpen ? (
        <InviteDialog invite={invite} start={NEW_INVITE} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
