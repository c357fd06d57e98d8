"use client";

import { Button, Description, FieldError, TextArea, TextField } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Ref } from "react";
import { payloadText, readPayloadText } from "@/components/scenes/detail/payload-text";
import { PayloadFields } from "@/components/scenes/fields/payload-fields";
import { FieldLabel } from "@/components/ui/field-label";
import { useErrorText } from "@/components/ui/use-error-text";
import { payloadProblems } from "@/lib/campaigns/fields-schema";
import type { CampaignField } from "@/lib/campaigns/fields-schema";
import { Payload, PAYLOAD_MAX_BYTES } from "@/lib/scenes/schema";

interface PayloadEditorProps {
  text: string;
  onChange: (text: string) => void;
  onBlur: () => void;
  inputRef: Ref<HTMLTextAreaElement>;
  /** Of the campaign; none: only JSON is offered. */
  fields: readonly CampaignField[];
  rows?: number;
  /** Why the form was not sent. */
  error: string | undefined;
}

const ROWS = 8;
const NONE: Readonly<Record<string, unknown>> = {};
const utf8Length = (text: string) => new TextEncoder().encode(text).length;

/** A payload as JSON that is checked while it is written, or as a form of the campaign's fields. */
export function PayloadEditor(props: PayloadEditorProps) {
  const t = useTranslations("scenes.detail.payload");
  const [isForm, setForm] = useState(props.fields.length > 0);
  const read = readPayloadText(props.text);
  const payload = read.kind === "nothing" ? NONE : objectOf(read);
  if (props.fields.length === 0) return <JsonField {...props} />;
  return (
    <div className="flex flex-col gap-3">
      {isForm && payload ? (
        <fieldset className="flex flex-col gap-3 rounded-xl border border-border p-4">
          <legend className="px-1 text-sm font-medium">{t("label")}</legend>
          <PayloadFields
            fields={props.fields}
            value={payload}
            onChange={(next) =>
              props.onChange(Object.keys(next).length === 0 ? "" : payloadText(next))
            }
            problems={
              read.kind === "nothing" && !props.error ? [] : payloadProblems(props.fields, payload)
            }
          />
        </fieldset>
      ) : (
        <JsonField {...props} />
      )}
      <div>
        <Button
          size="sm"
          variant="ghost"
          isDisabled={!payload}
          onPress={() => setForm(!(isForm && payload))}
        >
          {t(isForm && payload ? "asJson" : "asForm")}
        </Button>
      </div>
    </div>
  );
}

function JsonField(props: PayloadEditorProps) {
  const { text, onChange, onBlur, inputRef, fields, rows = ROWS, error } = props;
  const t = useTranslations("scenes.detail.payload");
  const errorText = useErrorText();
  const read = readPayloadText(text);
  const used = utf8Length(read.kind === "json" ? JSON.stringify(read.value) : text);
  const faults = useFaults(read, fields);
  return (
    <TextField
      fullWidth
      value={text}
      onChange={onChange}
      onBlur={onBlur}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel note={t("note")} count={{ used, most: PAYLOAD_MAX_BYTES }}>
        {t("label")}
      </FieldLabel>
      <TextArea
        ref={inputRef}
        rows={rows}
        spellCheck={false}
        placeholder={'{\n  "shop": 1024,\n  "table": 3\n}'}
        className="font-mono text-sm leading-5"
      />
      <Description>{t("help")}</Description>
      {error ? (
        <FieldError>{faults.length > 0 ? faults.join(" ") : errorText(error)}</FieldError>
      ) : null}
      <div className="flex min-h-8 items-start justify-between gap-2">
        <div role="status" className="py-1.5 text-xs">
          {read.kind === "nothing" ? (
            <p className="text-muted">{t("nothing")}</p>
          ) : faults.length === 0 ? (
            <p className="text-success-soft-foreground">{t("fine")}</p>
          ) : error ? null : (
            <ul className="text-danger-soft-foreground">
              {faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          )}
        </div>
        {read.kind === "json" ? (
          <Button size="sm" variant="ghost" onPress={() => onChange(payloadText(read.value))}>
            {t("format")}
          </Button>
        ) : null}
      </div>
    </TextField>
  );
}

/** What is wrong with the text as it stands, in sentences. */
function useFaults(
  read: ReturnType<typeof readPayloadText>,
  fields: readonly CampaignField[],
): string[] {
  const t = useTranslations("scenes.detail.payload");
  const errorText = useErrorText();
  if (read.kind === "nothing") return [];
  if (read.kind === "fault") return [t("fault", { ...read.place })];
  const issue = Payload.safeParse(read.value).error?.issues[0];
  if (issue) return [errorText(issue.message)];
  return payloadProblems(fields, read.value).map(({ reason, values }) => errorText(reason, values));
}

function objectOf(read: ReturnType<typeof readPayloadText>): Record<string, unknown> | null {
  if (read.kind !== "json") return null;
  return Payload.safeParse(read.value).data ?? null;
}
