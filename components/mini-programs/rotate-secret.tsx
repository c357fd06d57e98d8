"use client";

import { Button, toast } from "@heroui/react";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { RotateSecretForm } from "@/components/mini-programs/rotate-secret-form";
import { FormDialog } from "@/components/ui/form-dialog";
import { SectionCard } from "@/components/ui/section-card";
import type { RotateSecretInput } from "@/lib/mini-programs/schema";
import type { ActionResult } from "@/lib/web/define-action";

interface RotateSecretProps {
  miniProgramId: string;
  rotate: (input: RotateSecretInput) => Promise<ActionResult<void>>;
}

export function RotateSecret({ miniProgramId, rotate }: RotateSecretProps) {
  const t = useTranslations("miniPrograms.rotate");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  return (
    <SectionCard title={t("title")} description={t("text")}>
      <Button variant="outline" onPress={() => setOpen(true)}>
        <KeyRound />
        {t("button")}
      </Button>
      <FormDialog isOpen={isOpen} onOpenChange={setOpen} title={t("title")}>
        <RotateSecretForm
          miniProgramId={miniProgramId}
          rotate={rotate}
          onCancel={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            toast.success(t("done"));
            router.refresh();
          }}
        />
      </FormDialog>
    </SectionCard>
  );
}
