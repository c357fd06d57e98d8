"use client";

import { useTranslations } from "next-intl";
import { useController, useWatch } from "react-hook-form";
import { ChoiceCards } from "@/components/codes/mint/choice-cards";
import { PageField } from "@/components/codes/mint/page-field";
import { PayloadField } from "@/components/codes/mint/payload-field";
import { SceneField } from "@/components/codes/mint/scene-field";
import { useMintForm } from "@/components/codes/mint/use-mint-form";

/** What a B code carries: a page, and a scene written by hand or generated for a payload. */
export function UnlimitedFields({ isGame }: { isGame: boolean }) {
  const t = useTranslations("newCode.carries");
  const { control } = useMintForm();
  const { field } = useController({ control, name: "carries.as" });
  const as = useWatch({ control, name: "carries.as" });
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
      {as === "scene" ? <SceneField isGame={isGame} /> : <PayloadField />}
    </>
  );
}
