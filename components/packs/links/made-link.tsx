"use client";

import { Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import { MadeAddress } from "@/components/ui/made-address";
import type { MadeAddressWords } from "@/components/ui/made-address";

/** A new link, told this once. */
export function MadeLink({ made, onClose }: { made: MadeAddressWords; onClose: () => void }) {
  const t = useTranslations("packLinks.made");
  return (
    <div className="flex flex-col gap-4">
      <MadeAddress made={made} namespace="packLinks.made" />
      <div className="flex justify-end">
        <Button onPress={onClose}>{t("close")}</Button>
      </div>
    </div>
  );
}
