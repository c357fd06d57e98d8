"use client";

import { Button } from "@heroui/react";
import { CopyPlus, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EditCodeDialog } from "@/components/codes/detail/edit-code-dialog";
import type { EditCode } from "@/components/codes/detail/edit-code-dialog";
import type { NamedCampaign } from "@/components/codes/mint/new-campaign-dialog";
import { ButtonLink } from "@/components/ui/button-link";
import type { CodeDetail } from "@/lib/codes/schema";

interface DetailActionsProps {
  code: CodeDetail;
  campaigns: readonly NamedCampaign[];
  editCode: EditCode;
}

/** For those who may mint: change its name, or make another like it. */
export function DetailActions({ code, campaigns, editCode }: DetailActionsProps) {
  const t = useTranslations("codeDetail");
  const [isEditing, setEditing] = useState(false);
  const [round, setRound] = useState(0);
  return (
    <>
      <Button
        variant="outline"
        onPress={() => {
          setRound(round + 1);
          setEditing(true);
        }}
      >
        <Pencil aria-hidden className="size-4" />
        {t("edit.open")}
      </Button>
      <ButtonLink href={`/codes/new?like=${code.id}`} variant="outline">
        <CopyPlus aria-hidden className="size-4" />
        {t("another")}
      </ButtonLink>
      <EditCodeDialog
        key={round}
        code={code}
        campaigns={campaigns}
        isOpen={isEditing}
        onOpenChange={setEditing}
        editCode={editCode}
      />
    </>
  );
}
