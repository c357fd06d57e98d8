"use client";

import { Button, FieldError, Label, Radio, RadioGroup, Switch } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { CircleOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useController, useForm } from "react-hook-form";
import type { Control } from "react-hook-form";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import { MomentField } from "@/components/scenes/detail/moment-field";
import { PayloadEditor } from "@/components/scenes/detail/payload-editor";
import { RetireForm, retireFormOf } from "@/components/scenes/detail/retire-form-values";
import type { RetireFormValues } from "@/components/scenes/detail/retire-form-values";
import type { SceneVerbs } from "@/components/scenes/detail/scene-verbs";
import { DialogForm } from "@/components/ui/dialog-form";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextInput } from "@/components/ui/text-input";
import { useErrorText } from "@/components/ui/use-error-text";
import { RetiredWhy, WHY_MAX_LENGTH } from "@/lib/scenes/schema";
import type { SceneDetail } from "@/lib/scenes/schema";

interface RetireDialogProps {
  scene: SceneDetail;
  retireScene: SceneVerbs["retireScene"];
}

/** Takes a scene out of use, or corrects how it was: why, from when, and where its scans lead then. */
export function RetireDialog(props: RetireDialogProps) {
  const t = useTranslations("scenes.detail.retire");
  const [isOpen, setOpen] = useState(false);
  const { retirement } = props.scene;
  return (
    <>
      <Button variant="outline" onPress={() => setOpen(true)}>
        <CircleOff aria-hidden className="size-4" />
        {t(retirement ? "correct" : "open")}
      </Button>
      <FormDialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        title={t(retirement ? "correctTitle" : "title")}
      >
        <RetireFields {...props} onClose={() => setOpen(false)} />
      </FormDialog>
    </>
  );
}

type RetireControl = Control<RetireFormValues, unknown, RetireFormValues>;

function RetireFields({
  scene,
  retireScene,
  onClose,
}: RetireDialogProps & { onClose: () => void }) {
  const t = useTranslations("scenes.detail.retire");
  const common = useTranslations("common");
  const { run, isPending, problem } = useRefreshingAction(retireScene);
  const { retirement } = scene;
  const isPast = retirement !== null && !retirement.isAhead;
  const { control, handleSubmit } = useForm<RetireFormValues, unknown, RetireFormValues>({
    resolver: zodResolver(RetireForm, undefined, { raw: true }),
    defaultValues: retireFormOf(retirement),
  });
  const when = useController({ control, name: "when" });
  const at = useController({ control, name: "at" });

  async function save(written: RetireFormValues) {
    const knownAt = retirement?.at.toISOString() ?? null;
    const input = { ...RetireForm.parse(written), sceneId: scene.id, knownAt };
    if (await run(input, t(written.when === "now" ? "done" : "planned"))) onClose();
  }

  return (
    <DialogForm
      onSubmit={(event) => void handleSubmit(save)(event)}
      onCancel={onClose}
      isPending={isPending}
      problem={problem}
      labels={{ cancel: common("cancel"), submit: t(retirement ? "save" : "confirm") }}
    >
      <p className="text-sm text-muted">{t("text")}</p>
      <WhyChoice control={control} />
      <TextInput
        control={control}
        name="note"
        label={t("note")}
        note={common("optional")}
        placeholder={t("noteExample")}
        countTo={WHY_MAX_LENGTH}
      />
      <FallbackFields control={control} />
      {isPast ? null : (
        <MomentField
          label={t("when")}
          when={when.field.value}
          onWhen={when.field.onChange}
          at={at.field.value}
          onAt={at.field.onChange}
          inputRef={at.field.ref}
          error={at.fieldState.error?.message}
        />
      )}
    </DialogForm>
  );
}

function WhyChoice({ control }: { control: RetireControl }) {
  const t = useTranslations("scenes.detail.retire");
  const errorText = useErrorText();
  const { field, fieldState } = useController({ control, name: "why" });
  const error = fieldState.error?.message;
  return (
    <RadioGroup
      className="flex flex-col gap-2"
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      isInvalid={fieldState.invalid}
      validationBehavior="aria"
    >
      <Label>{t("why")}</Label>
      <div className="grid grid-cols-2 gap-x-4 gap-y-2">
        {RetiredWhy.options.map((why) => (
          <Radio key={why} value={why} className="m-0">
            <Radio.Content>
              <Radio.Control>
                <Radio.Indicator />
              </Radio.Control>
              {t(`whys.${why}`)}
            </Radio.Content>
          </Radio>
        ))}
      </div>
      {error ? <FieldError>{errorText(error)}</FieldError> : null}
    </RadioGroup>
  );
}

function FallbackFields({ control }: { control: RetireControl }) {
  const t = useTranslations("scenes.detail.retire");
  const has = useController({ control, name: "hasFallback" });
  const payload = useController({ control, name: "fallback.payload" });
  return (
    <div className="flex flex-col gap-3">
      <Switch size="sm" isSelected={has.field.value} onChange={has.field.onChange}>
        <Switch.Content ref={has.field.ref}>
          <Switch.Control>
            <Switch.Thumb />
          </Switch.Control>
          {t("hasFallback")}
        </Switch.Content>
      </Switch>
      {has.field.value ? (
        <>
          <TextInput
            isCode
            control={control}
            name="fallback.page"
            label={t("fallbackPage")}
            help={t("fallbackHelp")}
            placeholder="pages/index/index"
          />
          <PayloadEditor
            text={payload.field.value}
            onChange={payload.field.onChange}
            onBlur={payload.field.onBlur}
            inputRef={payload.field.ref}
            fields={[]}
            rows={4}
            error={payload.fieldState.error?.message}
          />
        </>
      ) : (
        <p className="text-sm text-muted">{t("noFallback")}</p>
      )}
    </div>
  );
}
