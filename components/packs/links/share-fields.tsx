"use client";

import { Label, Radio, RadioGroup, Switch } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import type { Control } from "react-hook-form";
import { PROTECTIONS } from "@/components/packs/links/share-form-values";
import type { Protection, ShareFormValues } from "@/components/packs/links/share-form-values";
import { NumberInput } from "@/components/ui/number-input";
import { TextInput } from "@/components/ui/text-input";
import { LINK_NAME_MAX_LENGTH } from "@/lib/packs/link-schema";

interface ShareFieldsProps {
  control: Control<ShareFormValues, unknown, ShareFormValues>;
}

/** For whom, for how long, how often, and whether a password is asked for. */
export function ShareFields({ control }: ShareFieldsProps) {
  const t = useTranslations("packLinks.form");
  return (
    <>
      <TextInput
        control={control}
        name="name"
        label={t("name")}
        placeholder={t("nameExample")}
        help={t("nameHelp")}
        countTo={LINK_NAME_MAX_LENGTH}
      />
      <NumberInput control={control} name="days" label={t("days")} help={t("daysHelp")} />
      <LimitField control={control} />
      <ProtectionField control={control} />
    </>
  );
}

function LimitField({ control }: ShareFieldsProps) {
  const t = useTranslations("packLinks.form");
  const { field } = useController({ control, name: "isLimited" });
  return (
    <div className="flex flex-col gap-3">
      <Switch size="sm" isSelected={field.value} onChange={field.onChange}>
        <Switch.Content ref={field.ref}>
          <Switch.Control>
            <Switch.Thumb />
          </Switch.Control>
          {t("isLimited")}
        </Switch.Content>
      </Switch>
      {field.value ? <NumberInput control={control} name="takesMax" label={t("takesMax")} /> : null}
    </div>
  );
}

function ProtectionField({ control }: ShareFieldsProps) {
  const t = useTranslations("packLinks.form");
  const { field } = useController({ control, name: "protection" });
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        value={field.value}
        onChange={(value) => field.onChange(value as Protection)}
        onBlur={field.onBlur}
      >
        <Label>{t("protection")}</Label>
        {PROTECTIONS.map((protection) => (
          <Radio key={protection} value={protection} className="m-0">
            <Radio.Content>
              <Radio.Control>
                <Radio.Indicator />
              </Radio.Control>
              {t(`protections.${protection}`)}
            </Radio.Content>
          </Radio>
        ))}
      </RadioGroup>
      {field.value === "own" ? (
        <TextInput
          isCode
          control={control}
          name="password"
          label={t("password")}
          help={t("passwordHelp")}
        />
      ) : null}
    </div>
  );
}
