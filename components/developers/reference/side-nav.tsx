"use client";

import { SearchField } from "@heroui/react";
import { cn } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { MethodBadge } from "@/components/developers/reference/method-badge";
import type { Operation, Reference } from "@/components/developers/reference/reference";
import { useSectionInView } from "@/components/developers/reference/use-section-in-view";

const FRAME = ["start", "messages", "problems"] as const;
const HERE = "aria-[current]:bg-accent-soft aria-[current]:text-accent-soft-foreground";

/** The way to every call, narrowed by what is searched for. */
export function SideNav({ tags }: { tags: Reference["tags"] }) {
  const t = useTranslations("developers.nav");
  const [text, setText] = useState("");
  const ids = useMemo(
    () => [...FRAME, ...tags.flatMap(({ operations }) => operations.map(({ id }) => id))],
    [tags],
  );
  const here = useSectionInView(ids);
  const current = (id: string) => (id === here ? "location" : undefined);
  const groups = tags
    .map(({ name, operations }) => ({
      name,
      operations: operations.filter((operation) => meets(operation, text)),
    }))
    .filter(({ operations }) => operations.length > 0);
  return (
    <div className="flex min-h-0 flex-col gap-3">
      <SearchField fullWidth aria-label={t("search")} value={text} onChange={setText}>
        <SearchField.Group>
          <SearchField.SearchIcon />
          <SearchField.Input placeholder={t("search")} />
          <SearchField.ClearButton />
        </SearchField.Group>
      </SearchField>
      <nav
        aria-label={t("title")}
        className="-mx-1 flex min-h-0 flex-col gap-3 overflow-y-auto overscroll-contain px-1 pb-2"
      >
        <ul className="text-sm">
          {FRAME.map((id) => (
            <li key={id}>
              <a
                href={`#${id}`}
                aria-current={current(id)}
                className={cn("block rounded-md px-2 py-1 hover:bg-default", HERE)}
              >
                {t(id)}
              </a>
            </li>
          ))}
        </ul>
        {groups.map(({ name, operations }) => (
          <div key={name}>
            <p lang="en" className="px-2 pb-0.5 text-xs text-muted">
              {name}
            </p>
            <ul>
              {operations.map(({ id, method, summary }) => (
                <li key={id}>
                  <a
                    href={`#${id}`}
                    lang="en"
                    aria-current={current(id)}
                    className={cn(
                      "flex items-start gap-2 rounded-md px-2 py-1 text-[13px] leading-4.5 hover:bg-default",
                      HERE,
                    )}
                  >
                    <MethodBadge method={method} isSmall />
                    <span className="min-w-0">{summary}</span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <p role="status" className="text-sm text-muted empty:hidden">
        {groups.length === 0 ? t("nothing", { text }) : null}
      </p>
    </div>
  );
}

/** Every word stands somewhere in a call's names. */
function meets({ id, method, path, summary, about }: Operation, text: string): boolean {
  const names = `${id} ${method} ${path} ${summary} ${about}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => names.includes(word));
}
