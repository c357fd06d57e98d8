"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useWatch } from "react-hook-form";
import { KindChoice } from "@/components/batches/new/carry/kind-choice";
import { TemplateField } from "@/components/batches/new/carry/template-field";
import { UnlimitedRows } from "@/components/batches/new/carry/unlimited-rows";
import { useBatchForm } from "@/components/batches/new/use-batch-form";
import { SectionCard } from "@/components/ui/section-card";
import { TextInput } from "@/components/ui/text-input";
import { REASON_MAX_LENGTH } from "@/lib/codes/schema";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";
import type { SheetView } from "@/lib/sheets/schema";

interface CarrySectionProps {
  miniProgram: MiniProgramRow | undefined;
  sheet: SheetView | null;
  /** What was filled in before, to be used again. */
  saved: ReactNode;
}

/** What each code carries out of its row. B unless there is a reason, as in the single form. */
export function CarrySection({ miniProgram, sheet, saved }: CarrySectionProps) {
  const t = useTranslations("batches.carry");
  const shared = useTranslations("newCode");
  const { control } = useBatchForm();
  const kind = useWatch({ control, name: "kind" });
  const columns =
    sheet?.columns.map((name, place) => ({ name, samples: sheet.samples[place] ?? [] })) ?? [];
  const isGame = miniProgram?.appKind === "mini_game";
  return (
    <SectionCard title={shared("kind.title")} description={shared("kind.description")}>
      <div className="flex flex-col gap-5">
        {saved}
        <KindChoice quota={miniProgram?.quota} rowCount={sheet?.rowCount ?? 0} />
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
        {sheet ? null : <p className="text-sm text-muted">{t("rowsFirst")}</p>}
      </div>
    </SectionCard>
  );
}
