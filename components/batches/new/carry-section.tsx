"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { KindChoice } from "@/components/batches/new/kind-choice";
import { TemplateField } from "@/components/batches/new/template-field";
import { UnlimitedRows } from "@/components/batches/new/unlimited-rows";
import { useBatchForm } from "@/components/batches/new/use-batch-form";
import { SectionCard } from "@/components/ui/section-card";
import { TextInput } from "@/components/ui/text-input";
import type { RowTable } from "@/lib/batches/schema";
import { REASON_MAX_LENGTH } from "@/lib/codes/schema";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";

interface CarrySectionProps {
  miniProgram: MiniProgramRow | undefined;
  table: RowTable | null;
}

/** What each code carries out of its row. B unless there is a reason, as in the single form. */
export function CarrySection({ miniProgram, table }: CarrySectionProps) {
  const t = useTranslations("batches.carry");
  const shared = useTranslations("newCode");
  const { control } = useBatchForm();
  const kind = useWatch({ control, name: "kind" });
  const columns = table?.columns ?? [];
  const isGame = miniProgram?.appKind === "mini_game";
  return (
    <SectionCard title={shared("kind.title")} description={shared("kind.description")}>
      <div className="flex flex-col gap-5">
        <KindChoice quota={miniProgram?.quota} rowCount={table?.rows.length ?? 0} />
        {kind === "WXACODE_UNLIMITED" ? (
          <UnlimitedRows columns={columns} isGame={isGame} />
        ) : (
          <>
            <TextInput
              control={control}
              name="reason"
              label={shared("kind.reason")}
              note={shared("kind.logged")}
              countTo={REASON_MAX_LENGTH}
            />
            <TemplateField
              name="pathTemplate"
              label={t("path")}
              note={shared("path.fixed")}
              help={t(kind === "WXACODE" ? "pathHelpA" : "pathHelpC")}
              placeholder={isGame ? "?from=poster" : "pages/shop/index?from=poster"}
              isCode
              columns={columns}
            />
          </>
        )}
        <TemplateField
          name="labelTemplate"
          label={t("label")}
          help={t("labelHelp")}
          columns={columns}
        />
        {table ? null : <p className="text-sm text-muted">{t("rowsFirst")}</p>}
      </div>
    </SectionCard>
  );
}
