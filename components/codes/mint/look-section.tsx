"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { LineColorField } from "@/components/codes/mint/line-color-field";
import { SwitchField } from "@/components/codes/mint/switch-field";
import { useMintForm } from "@/components/codes/mint/use-mint-form";
import { WidthField } from "@/components/codes/mint/width-field";
import { SectionCard } from "@/components/ui/section-card";

/** Width, colour and ground; a C code has only its width. */
export function LookSection() {
  const t = useTranslations("newCode.look");
  const { control } = useMintForm();
  const kind = useWatch({ control, name: "kind" });
  const autoColor = useWatch({ control, name: "autoColor" });
  return (
    <SectionCard
      title={t("title")}
      description={kind === "WXA_QRCODE" ? t("onlyWidth") : undefined}
    >
      <div className="flex flex-col gap-5">
        <WidthField />
        {kind === "WXA_QRCODE" ? null : (
          <>
            {autoColor ? null : <LineColorField />}
            <div className="grid gap-4 sm:grid-cols-2">
              <SwitchField name="autoColor" label={t("autoColor")} help={t("autoColorHelp")} />
              <SwitchField name="isHyaline" label={t("isHyaline")} help={t("isHyalineHelp")} />
            </div>
          </>
        )}
      </div>
    </SectionCard>
  );
}
