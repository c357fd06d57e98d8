"use client";

import { useTranslations } from "next-intl";
import { useController, useWatch } from "react-hook-form";
import type { SheetColumn } from "@/components/batches/new/carry/column-select";
import { FixedValues } from "@/components/batches/new/carry/fixed-values";
import { PayloadColumns } from "@/components/batches/new/carry/payload-columns";
import { SceneColumn } from "@/components/batches/new/carry/scene-column";
import { TemplateField } from "@/components/batches/new/carry/template-field";
import { useBatchForm } from "@/components/batches/new/use-batch-form";
import { ChoiceCards } from "@/components/codes/mint/choice-cards";

interface UnlimitedRowsProps {
  columns: readonly SheetColumn[];
  isGame: boolean;
}

/** What a B code takes out of its row: one column as the scene, or columns into its data. */
export function UnlimitedRows({ columns, isGame }: UnlimitedRowsProps) {
  const t = useTranslations("batches.carry");
  const shared = useTranslations("newCode.page");
  const { control } = useBatchForm();
  const { field } = useController({ control, name: "carries.as" });
  const as = useWatch({ control, name: "carries.as" });
  return (
    <>
      <ChoiceCards
        label={t("how")}
        columns={2}
        value={as}
        onChange={field.onChange}
        choices={[
          { value: "scene", title: t("scene"), text: t("sceneText") },
          { value: "payload", title: t("payload"), text: t("payloadText") },
        ]}
      />
      {columns.length === 0 ? null : as === "scene" ? (
        <SceneColumn columns={columns} />
      ) : (
        <>
          <PayloadColumns columns={columns} />
          <FixedValues />
        </>
      )}
      <TemplateField
        name="pageTemplate"
        label={shared(isGame ? "labelGame" : "label")}
        note={shared("fixed")}
        help={shared(isGame ? "helpGame" : "help")}
        placeholder={isGame ? undefined : "pages/shop/index"}
        isCode
        columns={columns}
      />
    </>
  );
}
