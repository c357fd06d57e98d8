"use client";

import { Button } from "@heroui/react";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { CodeSearch } from "@/components/codes/list/code-search";
import { MEMBER_STATES } from "@/components/people/members/member-filters";
import type { MemberFilters } from "@/components/people/members/member-filters";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { RoleName } from "@/lib/people/schema";

const ANY = "any";

interface MemberToolsProps {
  filters: MemberFilters;
  onChange: (filters: Partial<MemberFilters>) => void;
  onClear: () => void;
}

/** Narrows the members by words, role and state. */
export function MemberTools({ filters, onChange, onClear }: MemberToolsProps) {
  const t = useTranslations("people.filters");
  const tRoles = useTranslations("frame.roles");
  const { search, role, state } = filters;
  const isFiltered = search !== "" || role !== null || state !== null;
  return (
    <div className="flex flex-wrap items-center gap-2 px-5 pb-3">
      <CodeSearch
        search={search}
        onSearch={(search) => onChange({ search })}
        words={{ label: t("search"), example: t("searchExample") }}
      />
      <ChoiceSelect
        isLabelHidden
        label={t("role")}
        className="min-w-0 flex-1 sm:w-36 sm:flex-none"
        value={role ?? ANY}
        onChange={(key) =>
          onChange({ role: RoleName.options.find((known) => known === key) ?? null })
        }
        options={[
          { id: ANY, label: t("anyRole") },
          ...RoleName.options.map((id) => ({ id, label: tRoles(id) })),
        ]}
      />
      <ChoiceSelect
        isLabelHidden
        label={t("state")}
        className="min-w-0 flex-1 sm:w-44 sm:flex-none"
        value={state ?? ANY}
        onChange={(key) =>
          onChange({ state: MEMBER_STATES.find((known) => known === key) ?? null })
        }
        options={[
          { id: ANY, label: t("anyState") },
          ...MEMBER_STATES.map((id) => ({ id, label: t(`states.${id}`) })),
        ]}
      />
      {isFiltered ? (
        <Button variant="ghost" onPress={onClear}>
          <X aria-hidden className="size-4" />
          {t("clear")}
        </Button>
      ) : null}
    </div>
  );
}
