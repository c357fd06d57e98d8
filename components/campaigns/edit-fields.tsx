"use client";

import { Button, toast } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FieldsForm } from "@/components/campaigns/fields-form";
import type { SetFields } from "@/components/campaigns/fields-form";
import { FormDialog } from "@/components/ui/form-dialog";
import type { CampaignRow } from "@/lib/campaigns/schema";

interface EditFieldsProps {
  campaign: CampaignRow;
  setFields: SetFields;
}

/** Opens what a campaign's payloads are made of. */
export function EditFields({ campaign, setFields }: EditFieldsProps) {
  const t = useTranslations("campaigns.fields");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const { name } = campaign;
  return (
    <>
      <Button
        size="sm"
        variant="outline"
        aria-label={t("buttonOf", { name })}
        onPress={() => setOpen(true)}
      >
        {t("button")}
      </Button>
      <FormDialog isOpen={isOpen} onOpenChange={setOpen} title={t("title", { name })}>
        <FieldsForm
          campaign={campaign}
          setFields={setFields}
          onCancel={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            toast.success(t("saved", { name }));
            router.refresh();
          }}
        />
      </FormDialog>
    </>
  );
}
