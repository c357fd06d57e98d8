"use client";

import { Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/submit-button";

interface DialogButtonsProps {
  label: string;
  isPending: boolean;
  onCancel: () => void;
}

/** At the foot of a short form: leave, or do it. */
export function DialogButtons({ label, isPending, onCancel }: DialogButtonsProps) {
  const t = useTranslations("common");
  return (
    <div className="flex justify-end gap-2">
      <Button variant="outline" onPress={onCancel}>
        {t("cancel")}
      </Button>
      <SubmitButton isPending={isPending}>{label}</SubmitButton>
    </div>
  );
}
