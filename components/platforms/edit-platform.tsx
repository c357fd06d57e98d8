"use client";

import { Button, toast } from "@heroui/react";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { EditPlatformForm } from "@/components/platforms/edit-platform-form";
import { FormDialog } from "@/components/ui/form-dialog";
import type { PlatformRow, UpdatePlatformInput } from "@/lib/platforms/schema";
import type { ActionResult } from "@/lib/web/define-action";

interface EditPlatformProps {
  platform: Pick<PlatformRow, "id" | "name">;
  update: (input: UpdatePlatformInput) => Promise<ActionResult<void>>;
}

/** Renames a platform or replaces its secrets. */
export function EditPlatform({ platform, update }: EditPlatformProps) {
  const t = useTranslations("platforms");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outline" onPress={() => setOpen(true)}>
        <Pencil />
        {t("edit")}
      </Button>
      <FormDialog isOpen={isOpen} onOpenChange={setOpen} title={t("editTitle")}>
        <EditPlatformForm
          platform={platform}
          update={update}
          onCancel={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            toast.success(t("editSaved"));
            router.refresh();
          }}
        />
      </FormDialog>
    </>
  );
}
