"use client";

import { Button, toast } from "@heroui/react";
import { Archive } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { useAction } from "@/components/ui/use-action";
import type { TemplateOf } from "@/lib/packs/template-schema";
import type { ActionResult } from "@/lib/web/define-action";

interface ArchiveLookProps {
  template: { id: string; name: string };
  archive: (input: TemplateOf) => Promise<ActionResult<void>>;
}

/** Puts a look away, after a question. */
export function ArchiveLook({ template: { id, name }, archive }: ArchiveLookProps) {
  const t = useTranslations("packTemplates.archive");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const { run, isPending, problem } = useAction(archive);

  async function confirm() {
    if (!(await run({ templateId: id }))) return;
    toast.success(t("done", { name }));
    router.push("/packs/templates");
    router.refresh();
  }

  return (
    <>
      <Button variant="outline" onPress={() => setOpen(true)}>
        <Archive aria-hidden className="size-4" />
        {t("button")}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        title={t("title", { name })}
        confirmLabel={t("button")}
        isPending={isPending}
        onConfirm={() => void confirm()}
      >
        <ProblemBanner problem={problem} />
        <p>{t("text")}</p>
      </ConfirmDialog>
    </>
  );
}
