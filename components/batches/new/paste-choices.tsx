"use client";

import { Description, Switch } from "@heroui/react";
import { useTranslations } from "next-intl";
import type { RowsSource } from "@/components/batches/new/rows-source";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { Delimiter } from "@/lib/batches/schema";

const NAMES: Record<Delimiter, string> = { "\t": "tab", ",": "comma", ";": "semicolon" };

interface PasteChoicesProps {
  /** As the rows were read. */
  guessed: { delimiter: Delimiter; hasHeader: boolean };
  /** Null where nobody has chosen. */
  isChosen: Pick<RowsSource["paste"], "delimiter" | "hasHeader">;
  onChange: (choice: Partial<RowsSource["paste"]>) => void;
}

/** What the paste was taken for, open to be put right. */
export function PasteChoices({ guessed, isChosen, onChange }: PasteChoicesProps) {
  const t = useTranslations("batches.rows");
  return (
    <div className="flex flex-wrap items-end gap-x-8 gap-y-3">
      <ChoiceSelect
        label={t(isChosen.delimiter === null ? "delimiterGuessed" : "delimiter")}
        className="w-52"
        value={NAMES[guessed.delimiter]}
        onChange={(name) => {
          const delimiter = Delimiter.options.find((known) => NAMES[known] === name);
          if (delimiter && delimiter !== guessed.delimiter) onChange({ delimiter });
        }}
        options={Delimiter.options.map((delimiter) => ({
          id: NAMES[delimiter],
          label: t(`delimiters.${NAMES[delimiter]}`),
        }))}
      />
      <Switch
        size="sm"
        isSelected={guessed.hasHeader}
        onChange={(hasHeader) => onChange({ hasHeader })}
      >
        <Switch.Content>
          <Switch.Control>
            <Switch.Thumb />
          </Switch.Control>
          {t("hasHeader")}
        </Switch.Content>
        <Description>
          {t(isChosen.hasHeader === null ? "hasHeaderGuessed" : "hasHeaderHelp")}
        </Description>
      </Switch>
    </div>
  );
}
