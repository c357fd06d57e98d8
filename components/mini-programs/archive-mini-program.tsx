"use client";

import { Button, toast } from "@heroui/react";
import { Archive } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { useAction } from "@/components/ui/use-action";
import type { MiniProgramId, MiniProgramRow } from "@/lib/mini-programs/schema";
import type { ActionResult } from "@/lib/web/define-action";

interface ArchiveMiniProgramProps {
  miniProgram: MiniProgramRow;
  archive: (input: MiniProgramId) => Promise<ActionResult<void>>;
}

export function ArchiveMiniProgram({ miniProgram, archive }: ArchiveMiniProgramProps) {
  const t = useTranslations("miniPrograms.archive");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const { run, isPending, problem } = useAction(archive);

  async function confirm() {
    if (!(await run({ id: miniProgram.id }))) return;
    setOpen(false);
    toast.success(t("done"));
    router.refresh();
  }

  return (
    <SectionCard title={t("title")} description={t("text")}>
      <Button variant="danger-soft" onPress={() => setOpen(true)}>
        <Archive />
        {t("button")}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        title={t("ask", { name: miniProgram.name })}
        confirmLabel={t("confirm")}
        isPending={isPending}
        onConfirm={() => void confirm()}
      >
        <div className="flex flex-col gap-2">
          <ProblemBanner problem={problem} />
          <p>{t("stays")}</p>
          <p>{t("stops")}</p>
        </div>
      </ConfirmDialog>
    </SectionCard>
  );
}
