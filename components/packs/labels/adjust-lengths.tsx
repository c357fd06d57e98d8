"use client";

import { Disclosure } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Faults } from "@/components/packs/labels/find-faults";
import { LabelNumbers } from "@/components/packs/labels/label-numbers";
import { SheetNumbers } from "@/components/packs/labels/sheet-numbers";
import type { LabelOptions } from "@/lib/packs/label-schema";

interface AdjustLengthsProps {
  value: LabelOptions;
  onChange: (options: LabelOptions) => void;
  faults: Faults;
}

/** All numbers, shown to whoever wants them, and to everybody while one of them is wrong. */
export function AdjustLengths({ value, onChange, faults }: AdjustLengthsProps) {
  const t = useTranslations("labelSheets");
  const [isOpen, setOpen] = useState(false);
  const isFaulty = [...faults.keys()].some((path) => !/^(captions|copies|startAt)/.test(path));
  return (
    <Disclosure isExpanded={isOpen || isFaulty} onExpandedChange={setOpen}>
      <Disclosure.Heading level={3}>
        <Disclosure.Trigger className="flex items-center gap-2 text-sm font-medium">
          {t("adjust")}
          <Disclosure.Indicator className="text-muted" />
        </Disclosure.Trigger>
      </Disclosure.Heading>
      <Disclosure.Content>
        <Disclosure.Body className="flex flex-col gap-5 px-0.5 pt-3">
          <SheetNumbers value={value} onChange={onChange} faults={faults} />
          <LabelNumbers value={value} onChange={onChange} faults={faults} />
        </Disclosure.Body>
      </Disclosure.Content>
    </Disclosure>
  );
}
