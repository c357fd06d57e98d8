"use client";

import { Header, Label, ListBox } from "@heroui/react";
import { TextSearch } from "lucide-react";
import { useTranslations } from "next-intl";
import { CodeOption } from "@/components/palette/code-option";
import { FOUND_LIMIT } from "@/components/palette/found-code";
import { OPTION_LOOK } from "@/components/palette/option-look";
import type { CodeSearch } from "@/components/palette/use-code-search";
import type { Command } from "@/components/palette/use-commands";

interface PaletteOptionsProps {
  text: string;
  screens: readonly Command[];
  actions: readonly Command[];
  search: CodeSearch;
  namesMiniPrograms: boolean;
  onDone: () => void;
}

/**
 * What can be chosen. Codes stand last although most are after them: they come
 * in later than the rest, and nothing may move under the key that is about to be pressed.
 */
export function PaletteOptions(props: PaletteOptionsProps) {
  const { text, screens, actions, search, namesMiniPrograms, onDone } = props;
  const t = useTranslations("frame.palette");
  const { codes } = search;
  const isNothing = screens.length + actions.length + codes.length === 0;
  const isMore = search.is === "found" && (isNothing || codes.length === FOUND_LIMIT);

  function commandOption({ id, icon: Icon, label, href, run }: Command) {
    const act = () => {
      onDone();
      run?.();
    };
    return (
      <ListBox.Item
        key={id}
        id={id}
        textValue={label}
        href={href}
        onAction={act}
        className={OPTION_LOOK}
      >
        <Icon aria-hidden className="size-4.5 shrink-0 text-muted" strokeWidth={1.8} />
        <Label className="truncate">{label}</Label>
      </ListBox.Item>
    );
  }

  return (
    <ListBox aria-label={t("results")} selectionMode="none" className="p-1.5 empty:hidden">
      {screens.length > 0 ? (
        <ListBox.Section id="screens">
          <Header>{t("screens")}</Header>
          {screens.map(commandOption)}
        </ListBox.Section>
      ) : null}
      {actions.length > 0 ? (
        <ListBox.Section id="actions">
          <Header>{t("actionsTitle")}</Header>
          {actions.map(commandOption)}
        </ListBox.Section>
      ) : null}
      {codes.length > 0 ? (
        <ListBox.Section id="codes">
          <Header>{t("codes")}</Header>
          {codes.map((code) => (
            <CodeOption
              key={code.id}
              code={code}
              namesMiniProgram={namesMiniPrograms}
              onDone={onDone}
            />
          ))}
        </ListBox.Section>
      ) : null}
      {isMore ? (
        <ListBox.Item
          id="all-codes"
          textValue={t("allCodes", { text })}
          // The list shows published codes alone unless told otherwise; what was searched here was all.
          href={`/codes?search=${encodeURIComponent(text)}&envVersion=any`}
          onAction={onDone}
          className={OPTION_LOOK}
        >
          <TextSearch aria-hidden className="size-4.5 shrink-0 text-muted" strokeWidth={1.8} />
          <Label className="truncate">{t("allCodes", { text })}</Label>
        </ListBox.Item>
      ) : null}
    </ListBox>
  );
}
