"use client";

import { Button } from "@heroui/react";
import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import type { SceneVerbs } from "@/components/scenes/detail/scene-verbs";
import { DialogForm } from "@/components/ui/dialog-form";
import { FormDialog } from "@/components/ui/form-dialog";
import type { SceneDetail } from "@/lib/scenes/schema";

interface RestoreButtonProps {
  scene: SceneDetail;
  restoreScene: SceneVerbs["restoreScene"];
}

/** Puts a retired scene back into use, or takes a planned retirement back. */
export function RestoreButton({ scene, restoreScene }: RestoreButtonProps) {
  const t = useTranslations("scenes.detail.restore");
  const common = useTranslations("common");
  const [isOpen, setOpen] = useState(false);
  const { run, isPending, problem } = useRefreshingAction(restoreScene);
  const key = scene.retirement?.isAhead ? "planned" : "past";

  async function restore() {
    if (await run({ sceneId: scene.id }, t("done"))) setOpen(false);
  }

  return (
    <>
      <Button variant="outline" onPress={() => setOpen(true)}>
        <RotateCcw aria-hidden className="size-4" />
        {t(`${key}.open`)}
      </Button>
      <FormDialog isOpen={isOpen} onOpenChange={setOpen} title={t(`${key}.title`)}>
        <DialogForm
          onSubmit={() => void restore()}
          onCancel={() => setOpen(false)}
          isPending={isPending}
          problem={problem}
          labels={{ cancel: common("cancel"), submit: t(`${key}.confirm`) }}
        >
          <p>{t(`${key}.text`)}</p>
        </DialogForm>
      </FormDialog>
    </>
  );
}
