"use client";

import { Disclosure } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SandboxActions } from "@/components/sandbox/sandbox-props";
import { useFreshView } from "@/components/sandbox/use-sandbox";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { useAction } from "@/components/ui/use-action";
import { SWITCHES, SWITCH_NAMES } from "@/lib/sandbox-control/schema";
import type { SettingsRow } from "@/lib/sandbox-control/row-schema";

interface SwitchesCardProps {
  switches: SettingsRow["switches"];
  setSwitch: SandboxActions["setSwitch"];
}

/** Letters, digits and nothing a message key could stumble over. */
const keyOf = (value: string | number | boolean) => String(value).replaceAll(/[^A-Za-z0-9]/g, "_");

/** What no source says for sure about WeChat; each choice holds as soon as it is made. */
export function SwitchesCard({ switches, setSwitch }: SwitchesCardProps) {
  const t = useTranslations("sandbox.switches");
  const fresh = useFreshView();
  const { run, problem } = useAction(setSwitch);
  const [isOpen, setOpen] = useState(false);
  const known = SWITCH_NAMES.filter((name) => switches[name] !== undefined);

  async function choose(name: (typeof SWITCH_NAMES)[number], chosen: string) {
    const value = SWITCHES[name].find((option) => String(option) === chosen);
    if (value === undefined) return;
    if (await run({ name, value })) await fresh();
  }

  return (
    <SectionCard isFlush>
      <Disclosure isExpanded={isOpen} onExpandedChange={setOpen}>
        <Disclosure.Heading level={2}>
          <Disclosure.Trigger className="flex w-full items-center gap-3 rounded-none px-5 py-4 text-start hover:bg-surface-secondary">
            <span className="min-w-0 flex-1">
              <span className="block text-base font-semibold">{t("title")}</span>
              <span className="mt-0.5 block text-sm font-normal text-muted">{t("text")}</span>
            </span>
            <Disclosure.Indicator className="text-muted" />
          </Disclosure.Trigger>
        </Disclosure.Heading>
        <Disclosure.Content>
          <Disclosure.Body className="px-5 pb-5">
            <div className="flex flex-col gap-4">
              <ProblemBanner problem={problem} />
              {isOpen
                ? known.map((name) => (
                    <ChoiceSelect
                      key={name}
                      className="w-full"
                      label={t(`names.${name}`)}
                      value={String(switches[name])}
                      onChange={(chosen) => void choose(name, chosen)}
                      options={SWITCHES[name].map((value) => ({
                        id: String(value),
                        label: t(`values.${name}.${keyOf(value)}`),
                      }))}
                    />
                  ))
                : null}
            </div>
          </Disclosure.Body>
        </Disclosure.Content>
      </Disclosure>
    </SectionCard>
  );
}
