"use client";

import { useTranslations } from "next-intl";
import { ReadAs } from "@/components/batches/new/rows/read-as";
import { ReadChoices } from "@/components/batches/new/rows/read-choices";
import type { RowsInState } from "@/components/batches/new/rows/use-rows-in";

/** How the rows were read: to be changed while their text or file is at hand, else only said. */
export function SheetNotes({ rowsIn }: { rowsIn: RowsInState }) {
  const t = useTranslations("batches.rows");
  const { source, sheet, isAtHand, choose } = rowsIn;
  const { way } = source;
  const form = sheet?.form;
  if (!form || (way !== "paste" && way !== "file")) return null;
  const choice = source[way]?.choice;
  const { hiddenRowCount } = form;
  return (
    <>
      {isAtHand && choice ? (
        <ReadChoices
          form={form}
          choice={choice}
          hasEncoding={way === "file"}
          onChange={(changes) => choose(way, changes)}
        />
      ) : (
        <ReadAs form={form} way={way} />
      )}
      {hiddenRowCount > 0 ? (
        <p className="text-sm text-warning-soft-foreground">
          {t("hiddenRows", { count: hiddenRowCount })}
        </p>
      ) : null}
    </>
  );
}
