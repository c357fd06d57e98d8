"use client";

import { useTranslations } from "next-intl";
import { useController, useFormState } from "react-hook-form";
import { parsePayload } from "@/components/codes/mint/mint-form-values";
import { PayloadField } from "@/components/codes/mint/payload-field";
import { useMintForm } from "@/components/codes/mint/use-mint-form";
import { PayloadFields } from "@/components/scenes/fields/payload-fields";
import { payloadProblems } from "@/lib/campaigns/fields-schema";
import type { CampaignField } from "@/lib/campaigns/fields-schema";

/** The payload as a form of the campaign's fields; text that is no object yet stays in the JSON editor. */
export function PayloadForm({ fields }: { fields: readonly CampaignField[] }) {
  const t = useTranslations("newCode.payload");
  const { control } = useMintForm();
  const { field } = useController({ control, name: "carries.payload" });
  const { isSubmitted } = useFormState({ control });
  const value = field.value.trim() === "" ? {} : objectIn(field.value);
  if (value === null) return <PayloadField />;
  const problems = payloadProblems(fields, value).filter(
    // What is not filled in yet is no fault while the form is being filled in.
    ({ reason }) => isSubmitted || reason !== "payloadFieldMissing",
  );
  return (
    <fieldset ref={field.ref} tabIndex={-1} className="flex min-w-0 flex-col gap-3 outline-none">
      <legend className="flex flex-wrap items-baseline gap-x-2 text-sm font-medium">
        {t("fields")} <span className="text-xs font-normal text-muted">{t("changeable")}</span>
      </legend>
      <p className="text-xs text-muted">{t("fieldsHelp")}</p>
      <PayloadFields
        fields={fields}
        value={value}
        onChange={(next) => field.onChange(JSON.stringify(next, null, 2))}
        problems={problems}
      />
    </fieldset>
  );
}

function objectIn(text: string): Record<string, unknown> | null {
  const payload = parsePayload(text)?.payload;
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return null;
  return Object.fromEntries(Object.entries(payload));
}
