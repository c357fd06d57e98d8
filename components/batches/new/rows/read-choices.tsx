"use client";

import { Description, Switch } from "@heroui/react";
import { useTranslations } from "next-intl";
import { DELIMITER_KEYS, useDelimiterName } from "@/components/batches/new/rows/use-delimiter-name";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { Delimiter, Encoding } from "@/lib/sheets/schema";
import type { ReadChoice, SheetForm } from "@/lib/sheets/schema";

interface ReadChoicesProps {
  /** As the rows were read. */
  form: SheetForm;
  /** Null where nobody has chosen. */
  choice: ReadChoice;
  /** A pasted text has no encoding. */
  hasEncoding: boolean;
  onChange: (choice: Partial<ReadChoice>) => void;
}

/** What a text or file was taken for, open to be put right. */
export function ReadChoices({ form, choice, hasEncoding, onChange }: ReadChoicesProps) {
  const t = useTranslations("batches.rows");
  const delimiterName = useDelimiterName();
  const { encoding, delimiter, worksheets, worksheet, hasHeader } = form;
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
      {worksheet !== null ? (
        <ChoiceSelect
          label={t("worksheet")}
          className="w-full sm:w-56"
          value={String(worksheets.findIndex(({ name }) => name === worksheet))}
          onChange={(place) => {
            const chosen = worksheets[Number(place)]?.name;
            if (chosen !== undefined && chosen !== worksheet) onChange({ worksheet: chosen });
          }}
          options={worksheets.map(({ name, isHidden }, place) => {
            const label = isHidden ? t("worksheetHidden", { name }) : name;
            return { id: String(place), label };
          })}
        />
      ) : null}
      {encoding !== null && hasEncoding ? (
        <ChoiceSelect
          label={t(choice.encoding === null ? "encodingGuessed" : "encoding")}
          className="w-full sm:w-64"
          value={encoding}
          onChange={(name) => {
            const chosen = Encoding.safeParse(name).data;
            if (chosen && chosen !== encoding) onChange({ encoding: chosen });
          }}
          options={Encoding.options.map((id) => ({ id, label: t(`encodings.${id}`) }))}
        />
      ) : null}
      {delimiter !== null ? (
        <ChoiceSelect
          label={t(choice.delimiter === null ? "delimiterGuessed" : "delimiter")}
          className="w-full sm:w-64"
          value={DELIMITER_KEYS[delimiter]}
          onChange={(key) => {
            const chosen = Delimiter.options.find((known) => DELIMITER_KEYS[known] === key);
            if (chosen && chosen !== delimiter) onChange({ delimiter: chosen });
          }}
          options={Delimiter.options.map((known) => {
            return { id: DELIMITER_KEYS[known], label: delimiterName(known) };
          })}
        />
      ) : null}
      <Switch
        size="sm"
        isSelected={hasHeader}
        onChange={(isHeader) => onChange({ hasHeader: isHeader })}
      >
        <Switch.Content>
          <Switch.Control>
            <Switch.Thumb />
          </Switch.Control>
          {t("hasHeader")}
        </Switch.Content>
        <Description>
          {t(choice.hasHeader === null ? "hasHeaderGuessed" : "hasHeaderHelp")}
        </Description>
      </Switch>
    </div>
  );
}
