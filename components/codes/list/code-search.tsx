"use client";

import { SearchField } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

const PATIENCE_MS = 500;
const SEARCH_MAX_LENGTH = 64;

interface CodeSearchProps {
  search: string;
  onSearch: (search: string) => void;
  /** What else is searched than codes. */
  words?: { label: string; example: string };
}

/** Asks half a second after the last key, or at once on Enter. */
export function CodeSearch({ search, onSearch, words }: CodeSearchProps) {
  const t = useTranslations("codes.list");
  const [text, setText] = useState(search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(search);

  // Back and “clear” change the address from elsewhere.
  useEffect(() => {
    if (search === asked.current) return;
    asked.current = search;
    setText(search);
  }, [search]);
  // Who follows a link has found it: a question still waiting would call them back.
  useEffect(() => {
    const giveUp = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest("a")) clearTimeout(timer.current);
    };
    document.addEventListener("click", giveUp, true);
    return () => {
      document.removeEventListener("click", giveUp, true);
      clearTimeout(timer.current);
    };
  }, []);

  function ask(written: string) {
    clearTimeout(timer.current);
    if (written.trim() === asked.current) return;
    asked.current = written.trim();
    onSearch(asked.current);
  }

  function write(written: string) {
    setText(written);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask(written), PATIENCE_MS);
  }

  return (
    <SearchField
      aria-label={words?.label ?? t("search")}
      className="w-full sm:w-80"
      value={text}
      onChange={write}
      onSubmit={ask}
      onClear={() => ask("")}
      maxLength={SEARCH_MAX_LENGTH}
    >
      <SearchField.Group>
        <SearchField.SearchIcon />
        <SearchField.Input placeholder={words?.example ?? t("searchExample")} />
        <SearchField.ClearButton />
      </SearchField.Group>
    </SearchField>
  );
}
