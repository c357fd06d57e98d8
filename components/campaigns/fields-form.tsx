"use client";

import { Button } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useController, useFieldArray, useForm, useWatch } from "react-hook-form";
import { FieldItem } from "@/components/campaigns/field-item";
import {
  FieldsFormSchema,
  fieldsFormOf,
  NEW_FIELD,
} from "@/components/campaigns/fields-form-values";
import type { FieldsFormValues } from "@/components/campaigns/fields-form-values";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { DialogForm } from "@/components/ui/dialog-form";
import { useAction } from "@/components/ui/use-action";
import { FIELDS_MAX_COUNT } from "@/lib/campaigns/fields-schema";
import type { SetCampaignFieldsInput } from "@/lib/campaigns/fields-schema";
import type { CampaignRow } from "@/lib/campaigns/schema";
import type { ActionResult } from "@/lib/web/define-action";

export type SetFields = (
  input: SetCampaignFieldsInput,
) => Promise<ActionResult<{ fieldCount: number }>>;

interface FieldsFormProps {
  campaign: CampaignRow;
  setFields: SetFields;
  onCancel: () => void;
  onDone: () => void;
}

const NO_CHANNEL = "-";

/** The fields of a campaign in their order, and which of them is the channel. */
export function FieldsForm({ campaign, setFields, onCancel, onDone }: FieldsFormProps) {
  const t = useTranslations("campaigns.fields");
  const { run, isPending, problem } = useAction(setFields);
  const { control, handleSubmit } = useForm<FieldsFormValues, unknown, FieldsFormValues>({
    resolver: zodResolver(FieldsFormSchema, undefined, { raw: true }),
    defaultValues: fieldsFormOf(campaign),
  });
  const { fields, append, remove, swap } = useFieldArray({ control, name: "fields" });
  const written = useWatch({ control, name: "fields" });
  const { field: channel } = useController({ control, name: "channelField" });
  const keys = [...new Set(written.map(({ key }) => key.trim()))].filter((key) => key !== "");

  async function save(values: FieldsFormValues) {
    if (await run(FieldsFormSchema.parse(values))) onDone();
  }

  return (
    <DialogForm
      onSubmit={(event) => void handleSubmit(save)(event)}
      onCancel={onCancel}
      isPending={isPending}
      problem={problem}
      labels={{ cancel: t("cancel"), submit: t("save") }}
    >
      <p className="text-sm text-muted">{t("lead")}</p>
      {fields.length === 0 ? <p className="text-sm">{t("none")}</p> : null}
      <ol aria-label={t("what")} className="flex flex-col gap-3 empty:hidden">
        {fields.map(({ id }, place) => (
          <FieldItem
            key={id}
            control={control}
            place={place}
            isLast={place === fields.length - 1}
            onMove={(by) => swap(place, place + by)}
            onRemove={() => remove(place)}
          />
        ))}
      </ol>
      {fields.length < FIELDS_MAX_COUNT ? (
        <Button
          size="sm"
          variant="outline"
          className="self-start"
          onPress={() => append(NEW_FIELD)}
        >
          <Plus aria-hidden className="size-4" />
          {t("add")}
        </Button>
      ) : null}
      {keys.length === 0 ? null : (
        <div className="flex flex-col gap-1">
          <ChoiceSelect
            label={t("channel")}
            value={keys.includes(channel.value) ? channel.value : NO_CHANNEL}
            onChange={(key) => channel.onChange(key === NO_CHANNEL ? "" : key)}
            options={[
              { id: NO_CHANNEL, label: t("noChannel") },
              ...keys.map((key) => ({ id: key, label: key })),
            ]}
          />
          <p className="text-xs text-muted">{t("channelHelp")}</p>
        </div>
      )}
    </DialogForm>
  );
}
