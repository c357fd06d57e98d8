"use client";

import { Button } from "@heroui/react";
import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import { DifferenceTable } from "@/components/scenes/detail/difference-table";
import type { SceneVerbs } from "@/components/scenes/detail/scene-verbs";
import { DialogForm } from "@/components/ui/dialog-form";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextInput } from "@/components/ui/text-input";
import { WHY_MAX_LENGTH } from "@/lib/scenes/schema";
import type { SceneDetail, SceneVersionRow } from "@/lib/scenes/schema";

interface ReturnDialogProps {
  scene: SceneDetail;
  version: SceneVersionRow;
  returnScene: SceneVerbs["returnScene"];
}

/** One click back: shows what that changes, and does it. */
export function ReturnDialog(props: ReturnDialogProps) {
  const t = useTranslations("scenes.detail.versions");
  const [isOpen, setOpen] = useState(false);
  const { version } = props.version;
  return (
    <>
      <Button
        size="sm"
        variant="outline"
        aria-label={t("returnOf", { version })}
        onPress={() => setOpen(true)}
      >
        <Undo2 aria-hidden className="size-4" />
        {t("return")}
      </Button>
      <FormDialog isOpen={isOpen} onOpenChange={setOpen} title={t("returnTitle", { version })}>
        <ReturnForm {...props} onClose={() => setOpen(false)} />
      </FormDialog>
    </>
  );
}

function ReturnForm({
  scene,
  version,
  returnScene,
  onClose,
}: ReturnDialogProps & { onClose: () => void }) {
  const t = useTranslations("scenes.detail.versions");
  const common = useTranslations("common");
  const { run, isPending, problem } = useRefreshingAction(returnScene);
  const { control, handleSubmit } = useForm({ defaultValues: { why: "" } });

  async function submit({ why }: { why: string }) {
    const { id: sceneId, latestVersion } = scene;
    const input = { sceneId, latestVersion, version: version.version, why };
    if (await run(input, t("returned", { version: version.version }))) onClose();
  }

  return (
    <DialogForm
      onSubmit={(event) => void handleSubmit(submit)(event)}
      onCancel={onClose}
      isPending={isPending}
      problem={problem}
      labels={{ cancel: common("cancel"), submit: t("returnConfirm") }}
    >
      <p className="text-sm text-muted">{t("returnText")}</p>
      <DifferenceTable before={scene.inForce} after={version} />
      <TextInput
        control={control}
        name="why"
        label={t("why")}
        note={common("optional")}
        countTo={WHY_MAX_LENGTH}
      />
    </DialogForm>
  );
}
