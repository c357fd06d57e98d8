"use client";

import { Button, FieldError, Label, TextArea, TextField } from "@heroui/react";
import { useTranslations } from "next-intl";
import { FormParts } from "@/components/developers/try/form-parts";
import { FORM_TYPE, JSON_TYPE } from "@/components/developers/try/draft";
import type { Draft } from "@/components/developers/try/draft";
import type { Operation } from "@/components/developers/reference/reference";
import { payloadText, readPayloadText } from "@/components/scenes/detail/payload-text";
import { ChoiceSelect } from "@/components/ui/choice-select";

interface BodyFieldProps {
  operation: Operation;
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** The body of a call: JSON that is checked while it is written, or the parts of a form. */
export function BodyField({ operation, draft, onChange }: BodyFieldProps) {
  const t = useTranslations("developers.try");
  const { mediaType } = draft;
  if (mediaType === null) return null;
  return (
    <div className="flex flex-col gap-3">
      {operation.bodies.length > 1 ? (
        <ChoiceSelect
          label={t("bodyKind")}
          value={mediaType}
          onChange={(next) => onChange({ ...draft, mediaType: next, parts: {} })}
          options={operation.bodies.map((body) => ({ id: body.mediaType, label: body.mediaType }))}
          className="sm:w-80"
        />
      ) : null}
      {mediaType === JSON_TYPE ? (
        <JsonField text={draft.text} onChange={(text) => onChange({ ...draft, text })} />
      ) : (
        <FormParts
          body={operation.bodies.find((body) => body.mediaType === mediaType)}
          isForm={mediaType === FORM_TYPE}
          parts={draft.parts}
          onChange={(parts) => onChange({ ...draft, parts })}
        />
      )}
    </div>
  );
}

const MOST_ROWS = 20;
const FEWEST_ROWS = 4;

function JsonField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const t = useTranslations("developers.try");
  const read = readPayloadText(text);
  const rows = Math.min(Math.max(text.split("\n").length + 1, FEWEST_ROWS), MOST_ROWS);
  return (
    <TextField
      fullWidth
      value={text}
      onChange={onChange}
      isInvalid={read.kind !== "json"}
      validationBehavior="aria"
    >
      <div className="flex items-end justify-between gap-2">
        <Label>{t("body")}</Label>
        <Button
          size="sm"
          variant="ghost"
          isDisabled={read.kind !== "json"}
          onPress={() => onChange(read.kind === "json" ? payloadText(read.value) : text)}
        >
          {t("format")}
        </Button>
      </div>
      <TextArea rows={rows} spellCheck={false} className="font-mono text-[13px] leading-5" />
      {read.kind === "fault" ? <FieldError>{t("notJson", { ...read.place })}</FieldError> : null}
      {read.kind === "nothing" ? <FieldError>{t("noBody")}</FieldError> : null}
    </TextField>
  );
}
