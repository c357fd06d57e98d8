"use client";

import { useTranslations } from "next-intl";
import { useController, useWatch } from "react-hook-form";
import { ChoiceCards } from "@/components/codes/mint/choice-cards";
import { SwitchField } from "@/components/codes/mint/switch-field";
import { useMintForm } from "@/components/codes/mint/use-mint-form";
import { SectionCard } from "@/components/ui/section-card";

/** Which version of the mini program the code opens, and whether WeChat checks the page. */
export function VersionSection() {
  const t = useTranslations("newCode.version");
  const { control } = useMintForm();
  const { field } = useController({ control, name: "envVersion" });
  const kind = useWatch({ control, name: "kind" });
  return (
    <SectionCard title={t("title")}>
      <div className="flex flex-col gap-4">
        <ChoiceCards
          label={t("title")}
          isLabelHidden
          columns={3}
          value={field.value}
          onChange={field.onChange}
          choices={[
            { value: "release", title: t("release"), text: t("releaseText") },
            { value: "trial", title: t("trial"), text: t("trialText") },
            { value: "develop", title: t("develop"), text: t("developText") },
          ]}
        />
        {field.value === "release" ? null : (
          <p role="status" className="text-sm text-warning-soft-foreground">
            {t("neverPacked")}
          </p>
        )}
        {kind === "WXACODE_UNLIMITED" ? (
          <SwitchField name="checkPath" label={t("checkPath")} help={t("checkPathHelp")} />
        ) : null}
      </div>
    </SectionCard>
  );
}
