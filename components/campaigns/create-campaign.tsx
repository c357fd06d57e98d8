"use client";

import { Button, toast } from "@heroui/react";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { CampaignForm } from "@/components/campaigns/campaign-form";
import { FormDialog } from "@/components/ui/form-dialog";
import type { CreateCampaignInput } from "@/lib/campaigns/schema";
import type { ActionResult } from "@/lib/web/define-action";

interface CreateCampaignProps {
  create: (input: CreateCampaignInput) => Promise<ActionResult<{ id: string }>>;
}

export function CreateCampaign({ create }: CreateCampaignProps) {
  const t = useTranslations("campaigns");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Plus />
        {t("create")}
      </Button>
      <FormDialog isOpen={isOpen} onOpenChange={setOpen} title={t("create")}>
        <CampaignForm
          save={create}
          submitText={t("submit")}
          onCancel={() => setOpen(false)}
          onDone={(name) => {
            setOpen(false);
            toast.success(t("created", { name }));
            router.refresh();
          }}
        />
      </FormDialog>
    </>
  );
}
