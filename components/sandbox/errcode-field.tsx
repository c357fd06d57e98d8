"use client";

import { Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import type { Control } from "react-hook-form";
import { NumberInput } from "@/components/ui/number-input";
import type { AddFaultInput } from "@/lib/sandbox-control/schema";

const COMMON = [45009, 40001, 41030, 45029, 48001, -1] as const;

interface ErrcodeFieldProps {
  control: Control<AddFaultInput, unknown, AddFaultInput>;
  meanings: Record<string, string>;
}

/** Any errcode with its meaning below, and the common ones to click. */
export function ErrcodeField({ control, meanings }: ErrcodeFieldProps) {
  const t = useTranslations("sandbox.faults");
  const { field } = useController({ control, name: "errcode" });
  const meaning = meanings[String(field.value)];
  return (
    <div className="flex flex-col gap-2">
      <NumberInput
        control={control}
        name="errcode"
        label={t("errcode")}
        help={meaning ? t("errcodeMeans", { meaning }) : t("errcodeUnknown")}
      />
      <div role="group" aria-label={t("errcodeCommon")} className="flex flex-wrap gap-1.5">
        {COMMON.map((code) => (
          <Button
            key={code}
            size="sm"
            variant={field.value === code ? "secondary" : "outline"}
            aria-pressed={field.value === code}
            onPress={() => field.onChange(code)}
          >
            {code}
          </Button>
        ))}
      </div>
    </div>
  );
}
