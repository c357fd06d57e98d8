"use client";

import { AlertDialog, Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SubmitButton } from "@/components/ui/submit-button";

interface ConfirmDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  children: ReactNode;
  confirmLabel: string;
  isPending: boolean;
  onConfirm: () => void;
}

/** Asks before something that cannot be undone; its text says what stays and what goes. */
export function ConfirmDialog({
  isOpen,
  onOpenChange,
  title,
  children,
  confirmLabel,
  isPending,
  onConfirm,
}: ConfirmDialogProps) {
  const t = useTranslations("common");
  return (
    <AlertDialog.Backdrop
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isKeyboardDismissDisabled={false}
    >
      <AlertDialog.Container placement="center" size="md">
        <AlertDialog.Dialog>
          <AlertDialog.Header>
            <AlertDialog.Icon status="danger" />
            <AlertDialog.Heading>{title}</AlertDialog.Heading>
          </AlertDialog.Header>
          <AlertDialog.Body>{children}</AlertDialog.Body>
          <AlertDialog.Footer>
            <Button variant="outline" onPress={() => onOpenChange(false)}>
              {t("cancel")}
            </Button>
            <SubmitButton variant="danger" isPending={isPending} onPress={onConfirm}>
              {confirmLabel}
            </SubmitButton>
          </AlertDialog.Footer>
        </AlertDialog.Dialog>
      </AlertDialog.Container>
    </AlertDialog.Backdrop>
  );
}
