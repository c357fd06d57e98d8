"use client";

import { useTranslations } from "next-intl";
import { useController, useFormContext, useWatch } from "react-hook-form";
import { ChoiceCards } from "@/components/codes/mint/choice-cards";
import { MomentField } from "@/components/scenes/detail/moment-field";
import { PayloadEditor } from "@/components/scenes/detail/payload-editor";
import type { RepointFormValues } from "@/components/scenes/repoint/repoint-form-values";
import { SetKeys } from "@/components/scenes/repoint/set-keys";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { SectionCard } from "@/components/ui/section-card";
import { TextInput } from "@/components/ui/text-input";
import type { CampaignField } from "@/lib/campaigns/fields-schema";
import { WHY_MAX_LENGTH } from "@/lib/scenes/schema";

/** What changes, from when and why. `fields` are those of the campaign chosen by. */
export function RepointChange({ fields }: { fields: readonly CampaignField[] }) {
  const t = useTranslations("scenes.repoint.change");
  const { control } = useFormContext<RepointFormValues, unknown, RepointFormValues>();
  const pageTo = useController({ control, name: "change.pageTo" }).field;
  const as = useController({ control, name: "change.payload.as" }).field;
  const payload = useController({ control, name: "change.payload.payload" });
  const when = useController({ control, name: "change.when" }).field;
  const at = useController({ control, name: "change.at" });
  const isNewPage = useWatch({ control, name: "change.pageTo" }) === "new";
  return (
    <SectionCard title={t("title")} description={t("description")}>
      <div className="flex flex-col gap-5">
        <div className="grid gap-4 sm:grid-cols-2">
          <ChoiceSelect
            label={t("pageTo")}
            value={pageTo.value}
            onChange={pageTo.onChange}
            options={[
              { id: "new", label: t("newPage") },
              { id: "keep", label: t("keepPage") },
            ]}
          />
          {isNewPage ? (
            <TextInput
              isCode
              control={control}
              name="change.page"
              label={t("page")}
              help={t("pageHelp")}
              placeholder="pages/new/index"
            />
          ) : null}
        </div>
        <ChoiceCards
          label={t("payload")}
          columns={3}
          value={as.value}
          onChange={as.onChange}
          choices={[
            { value: "keep", title: t("keep"), text: t("keepText") },
            { value: "keys", title: t("keys"), text: t("keysText") },
            { value: "replace", title: t("replace"), text: t("replaceText") },
          ]}
        />
        {as.value === "keys" ? (
          <>
            <SetKeys fields={fields} />
            <TextInput
              isCode
              control={control}
              name="change.payload.remove"
              label={t("remove")}
              help={t("removeHelp")}
              placeholder="from, source"
            />
          </>
        ) : null}
        {as.value === "replace" ? (
          <PayloadEditor
            text={payload.field.value}
            onChange={payload.field.onChange}
            onBlur={payload.field.onBlur}
            inputRef={payload.field.ref}
            fields={fields}
            error={payload.fieldState.error?.message}
          />
        ) : null}
        <MomentField
          label={t("when")}
          when={when.value}
          onWhen={when.onChange}
          at={at.field.value}
          onAt={at.field.onChange}
          inputRef={at.field.ref}
          error={at.fieldState.error?.message}
        />
        <TextInput
          control={control}
          name="change.why"
          label={t("why")}
          note={t("logged")}
          countTo={WHY_MAX_LENGTH}
        />
      </div>
    </SectionCard>
  );
}
