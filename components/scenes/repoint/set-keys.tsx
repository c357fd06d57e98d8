"use client";

import { Button, Description, Input, TextField } from "@heroui/react";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useController, useFormContext } from "react-hook-form";
import { readValue } from "@/components/scenes/repoint/repoint-form-values";
import type { RepointFormValues, SetKey } from "@/components/scenes/repoint/repoint-form-values";
import { useErrorText } from "@/components/ui/use-error-text";
import type { CampaignField } from "@/lib/campaigns/fields-schema";

const MOST = 20;

/** Names in the data and what each shall say; what a typed value becomes is shown below it. */
export function SetKeys({ fields }: { fields: readonly CampaignField[] }) {
  const t = useTranslations("scenes.repoint.change");
  const errorText = useErrorText();
  const { control } = useFormContext<RepointFormValues, unknown, RepointFormValues>();
  const { field, fieldState } = useController({ control, name: "change.payload.set" });
  const pairs = field.value;
  const fault = fieldState.error?.message ?? fieldState.error?.root?.message;

  function change(place: number, changes: Partial<SetKey>) {
    field.onChange(pairs.map((pair, index) => (index === place ? { ...pair, ...changes } : pair)));
  }

  return (
    <fieldset ref={field.ref} tabIndex={-1} className="flex min-w-0 flex-col gap-2 outline-none">
      <legend className="mb-1 text-sm font-medium">{t("set")}</legend>
      <ul className="flex flex-col gap-2 sm:max-w-2xl">
        {pairs.map(({ key, text }, place) => {
          const number = place + 1;
          const known = fields.find((one) => one.key === key.trim());
          return (
            // oxlint-disable-next-line react/no-array-index-key -- a pair is known by its place
            <li key={place} className="flex items-start gap-2">
              <TextField
                fullWidth
                aria-label={t("setKey", { number })}
                value={key}
                onChange={(written) => change(place, { key: written })}
              >
                <Input
                  autoComplete="off"
                  spellCheck={false}
                  placeholder="shop"
                  className="font-mono"
                />
              </TextField>
              <TextField
                fullWidth
                aria-label={t("setValue", { number })}
                value={text}
                onChange={(written) => change(place, { text: written })}
              >
                <Input autoComplete="off" placeholder="12" />
                {key.trim() === "" ? null : (
                  <Description className="font-mono break-all">
                    {JSON.stringify({ [key.trim()]: readValue(known, text) })}
                  </Description>
                )}
              </TextField>
              <Button
                isIconOnly
                variant="ghost"
                aria-label={t("setRemove", { number })}
                onPress={() => field.onChange(pairs.filter((_, index) => index !== place))}
              >
                <Trash2 aria-hidden className="size-4" />
              </Button>
            </li>
          );
        })}
      </ul>
      {fault ? (
        <p role="alert" className="text-sm text-danger-soft-foreground">
          {errorText(fault)}
        </p>
      ) : null}
      {pairs.length < MOST ? (
        <Button
          size="sm"
          variant="outline"
          className="self-start"
          onPress={() => field.onChange([...pairs, { key: "", text: "" }])}
        >
          <Plus aria-hidden className="size-4" />
          {t("setAdd")}
        </Button>
      ) : null}
    </fieldset>
  );
}
