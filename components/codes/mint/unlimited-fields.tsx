"use client";

import { useTranslations } from "next-intl";
import { useController, useWatch } from "react-hook-form";
import { ChoiceCards } from "@/components/codes/mint/choice-cards";
import type { MintCampaign } from "@/components/codes/mint/mint-form-values";
import { PageField } from "@/components/codes/mint/page-field";
import { PayloadField } from "@/components/codes/mint/payload-field";
import { PayloadForm } from "@/components/codes/mint/payload-form";
import { SceneField } from "@/components/codes/mint/scene-field";
import { useMintForm } from "@/components/codes/mint/use-mint-form";

interface UnlimitedFieldsProps {
  isGame: boolean;
  campaigns: readonly MintCampaign[];
}

/** What a B code carries: a page, and a scene written by hand or generated for a payload. */
export function UnlimitedFields({ isGame, campaigns }: UnlimitedFieldsProps) {
  const t = useTranslations("newCode.carries");
  const { control } = useMintForm();
  const { field } = useController({ control, name: "carries.as" });
  const as = useWatch({ control, name: "carries.as" });
  const campaignId = useWatch({ control, name: "campaignId" });
  const fields = campaigns.find(({ id }) => id === campaignId)?.fields ?? [];
  return (
    <>
      <PageField isGame={isGame} />
      <ChoiceCards
        label={t("label")}
        columns={2}
        value={as}
        onChange={field.onChange}
        choices={[
          { value: "scene", title: t("scene"), text: t("sceneText") },
          { value: "payload", title: t("payload"), text: t("payloadText") },
        ]}
      />
      {as === "scene" ? (
        <SceneField isGame={isGame} />
      ) : fields.length > 0 ? (
        <PayloadForm fields={fields} />
      ) : (
        <PayloadField />
      )}
    </>
  );
}
