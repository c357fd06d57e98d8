"use client";

import { Button } from "@heroui/react";
import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import type { RepointResult } from "@/lib/codes/repoint-schema";

interface RepointDoneProps {
  result: RepointResult;
  onAnother: () => void;
}

/** What came of it, and where to look. */
export function RepointDone({ result, onAnother }: RepointDoneProps) {
  const t = useTranslations("scenes.repoint.done");
  const { sceneCount, leftOutCount } = result;
  return (
    <SectionCard>
      <div role="status">
        <EmptyState
          icon={CircleCheck}
          title={t("title", { count: sceneCount })}
          action={
            <span className="flex flex-wrap justify-center gap-2">
              <ButtonLink href="/scenes">{t("scenes")}</ButtonLink>
              <Button variant="outline" onPress={onAnother}>
                {t("another")}
              </Button>
            </span>
          }
        >
          {leftOutCount > 0 ? t("leftOut", { count: leftOutCount }) : t("all")}
        </EmptyState>
      </div>
    </SectionCard>
  );
}
