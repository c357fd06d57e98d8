"use client";

import { Autocomplete, Button, SearchField } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { CompositionEvent, KeyboardEvent } from "react";
import type { DeskProps } from "@/components/layout/desk-props";
import { SEARCH_MAX_LENGTH } from "@/components/palette/found-code";
import { KeysHint } from "@/components/palette/keys-hint";
import { PaletteOptions } from "@/components/palette/palette-options";
import { SearchStatus } from "@/components/palette/search-status";
import { useCodeSearch } from "@/components/palette/use-code-search";
import { useCommands } from "@/components/palette/use-commands";

interface PalettePaneProps extends Pick<DeskProps, "isSandboxOn" | "chooseLocale"> {
  role: DeskProps["person"]["role"];
  /** With several mini programs a found code says whose it is. */
  namesMiniPrograms: boolean;
  onDone: () => void;
}

/** Safari ends a composition before it tells of the Enter that ended it; only the old key code gives that away. */
const COMPOSING_KEY_CODE = 229;

/** The inside of the palette: one field that keeps the focus, and what it finds below. */
export function PalettePane({
  role,
  isSandboxOn,
  namesMiniPrograms,
  chooseLocale,
  onDone,
}: PalettePaneProps) {
  const t = useTranslations("frame.palette");
  const tc = useTranslations("common");
  const [text, setText] = useState("");
  // Pinyin on its way to becoming characters is not yet what is looked for.
  const [asked, setAsked] = useState("");
  const isComposing = useRef(false);
  const { screens, actions } = useCommands(asked, role, isSandboxOn, chooseLocale);
  const search = useCodeSearch(asked);
  const hasCommands = screens.length + actions.length > 0;

  function write(written: string) {
    setText(written);
    if (!isComposing.current) setAsked(written);
  }

  function endComposing({ target }: CompositionEvent) {
    isComposing.current = false;
    if (target instanceof HTMLInputElement) setAsked(target.value);
  }

  function guardKeys(event: KeyboardEvent) {
    // Enter, Esc and the arrows belong to the input method while it composes.
    if (event.nativeEvent.isComposing || event.keyCode === COMPOSING_KEY_CODE) {
      event.stopPropagation();
    } else if (event.key === "Escape") {
      // A search field would clear itself first and ask for a second Esc.
      event.stopPropagation();
      onDone();
    }
  }

  return (
    <div
      className="flex min-h-0 flex-col"
      onKeyDownCapture={guardKeys}
      onCompositionStart={() => {
        isComposing.current = true;
      }}
      onCompositionEnd={endComposing}
    >
      <Autocomplete.Filter inputValue={text} onInputChange={write}>
        <div className="flex items-center gap-1 border-b border-separator p-2.5">
          <SearchField
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog gives its focus to its one field
            autoFocus
            fullWidth
            aria-label={t("field")}
            maxLength={SEARCH_MAX_LENGTH}
            className="min-w-0 flex-1"
          >
            <SearchField.Group className="h-10">
              <SearchField.SearchIcon />
              <SearchField.Input placeholder={t("placeholder")} />
              <SearchField.ClearButton />
            </SearchField.Group>
          </SearchField>
          <Button variant="ghost" className="px-2.5 sm:hidden" onPress={onDone}>
            {tc("cancel")}
          </Button>
        </div>
        <div className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain sm:max-h-[60vh]">
          <PaletteOptions
            text={asked.trim()}
            screens={screens}
            actions={actions}
            search={search}
            namesMiniPrograms={namesMiniPrograms}
            onDone={onDone}
          />
          <SearchStatus text={asked.trim()} search={search} hasCommands={hasCommands} />
        </div>
      </Autocomplete.Filter>
      <KeysHint />
    </div>
  );
}
