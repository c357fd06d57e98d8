"use client";

import { Button } from "@heroui/react";
import { RotateCcw, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { EmptyState } from "@/components/ui/empty-state";

interface FailedScreenProps {
  /** Under which the server logged what happened; never the error itself. */
  digest?: string;
  onRetry: () => void;
}

/** A screen that could not be read: says so, offers another try, names the number to report. */
export function FailedScreen({ digest, onRetry }: FailedScreenProps) {
  const t = useTranslations("common");
  const router = useRouter();

  function retry() {
    startTransition(() => {
      router.refresh();
      onRetry();
    });
  }

  return (
    <EmptyState
      icon={TriangleAlert}
      title={t("failedTitle")}
      action={
        <Button onPress={retry}>
          <RotateCcw />
          {t("retry")}
        </Button>
      }
    >
      {t("failedText")}
      {digest ? (
        <span className="mt-1 block font-mono text-xs">
          {t("failedId")} {digest}
        </span>
      ) : null}
    </EmptyState>
  );
}
