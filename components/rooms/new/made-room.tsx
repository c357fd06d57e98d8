"use client";

import { Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import { FormDialog } from "@/components/ui/form-dialog";
import { MadeAddress } from "@/components/ui/made-address";
import { QrPicture } from "@/components/ui/qr-picture";
import type { MadeRoom as Made } from "@/lib/rooms/schema";

export interface MadeRoomWords extends Made {
  /** Null: it has none. */
  password: string | null;
}

interface MadeRoomProps {
  /** Null: nothing was made yet. */
  made: MadeRoomWords | null;
  onClose: () => void;
}

/** The address, this once: to copy, to scan, and apart from it the password, which travels another way. */
export function MadeRoom({ made, onClose }: MadeRoomProps) {
  const t = useTranslations("logRooms.made");
  return (
    <FormDialog isOpen={made !== null} onOpenChange={onClose} title={t("title")}>
      {made ? (
        <div className="flex flex-col gap-4">
          <MadeAddress made={made} namespace="logRooms.made">
            <figure className="flex items-center gap-4">
              <QrPicture text={made.url} label={t("qr")} />
              <figcaption className="text-sm text-muted">{t("qrText")}</figcaption>
            </figure>
          </MadeAddress>
          <div className="flex justify-end">
            <Button onPress={onClose}>{t("close")}</Button>
          </div>
        </div>
      ) : null}
    </FormDialog>
  );
}
