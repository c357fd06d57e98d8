"use client";

import { Button } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import {
  ENCODING_KEY_LENGTH,
  PLATFORM_NAME_MAX_LENGTH,
  UpdatePlatformInput,
} from "@/lib/platforms/schema";
import type { PlatformRow } from "@/lib/platforms/schema";
import type { ActionResult } from "@/lib/web/define-action";

interface EditPlatformFormProps {
  platform: Pick<PlatformRow, "id" | "name">;
  update: (input: UpdatePlatformInput) => Promise<ActionResult<void>>;
  onCancel: () => void;
  onDone: () => void;
}

export function EditPlatformForm({ platform, update, onCancel, onDone }: EditPlatformFormProps) {
  const t = useTranslations("platforms");
  const tCommon = useTranslations("common");
  const { run, isPending, problem } = useAction(update);
  const { control, handleSubmit } = useForm<UpdatePlatformInput>({
    resolver: zodResolver(UpdatePlatformInput, undefined, { raw: true }),
    defaultValues: {
      id: platform.id,
      name: platform.name,
      componentSecret: "",
      pushToken: "",
      encodingKey: "",
    },
  });
  return (
    <form
      method="post"
      noValidate
      onSubmit={handleSubmit(async (input) => {
        if (await run(input)) onDone();
      })}
      className="flex flex-col gap-4 pt-2"
    >
      <ProblemBanner problem={problem} />
      <TextInput
        control={control}
        name="name"
        label={t("fields.name")}
        countTo={PLATFORM_NAME_MAX_LENGTH}
      />
      <TextInput
        control={control}
        name="componentSecret"
        type="password"
        label={t("fields.componentSecret")}
        note={tCommon("optional")}
        help={t("keep")}
        autoComplete="new-password"
        isCode
      />
      <TextInput
        control={control}
        name="pushToken"
        type="password"
        label={t("fields.pushToken")}
        note={tCommon("optional")}
        help={t("keep")}
        autoComplete="new-password"
        isCode
      />
      <TextInput
        control={control}
        name="encodingKey"
        type="password"
        label={t("fields.encodingKey")}
        note={tCommon("optional")}
        help={t("keepKey")}
        autoComplete="new-password"
        countTo={ENCODING_KEY_LENGTH}
        isCode
      />
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onPress={onCancel}>
          {tCommon("cancel")}
        </Button>
        <SubmitButton isPending={isPending}>{tCommon("save")}</SubmitButton>
      </div>
    </form>
  );
}
