"use client";

import { Button } from "@heroui/react";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryStates } from "nuqs";
import { ChoiceSelect } from "@/components/ui/choice-select";

interface AuditFiltersProps {
  actions: readonly string[];
  people: readonly { id: string; name: string }[];
}

const ANY = "any";

/** Narrows the log; the choice stands in the address, and a new one starts at the newest entry. */
export function AuditFilters({ actions, people }: AuditFiltersProps) {
  const t = useTranslations("audit");
  const [query, setQuery] = useQueryStates(
    { action: parseAsString, person: parseAsString, cursor: parseAsString },
    { shallow: false },
  );
  const isFiltered = query.action !== null || query.person !== null;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <ChoiceSelect
        isLabelHidden
        label={t("filters.action")}
        className="w-44"
        value={query.action ?? ANY}
        onChange={(action) =>
          void setQuery({ action: action === ANY ? null : action, cursor: null })
        }
        options={[
          { id: ANY, label: t("filters.anyAction") },
          ...actions.map((action) => ({
            id: action,
            label: t(`actionNames.${action.replaceAll(".", "_")}`),
          })),
        ]}
      />
      <ChoiceSelect
        isLabelHidden
        label={t("filters.person")}
        className="w-40"
        value={query.person ?? ANY}
        onChange={(person) =>
          void setQuery({ person: person === ANY ? null : person, cursor: null })
        }
        options={[
          { id: ANY, label: t("filters.anyPerson") },
          ...people.map(({ id, name }) => ({ id, label: name })),
        ]}
      />
      {isFiltered ? (
        <Button variant="ghost" onPress={() => void setQuery(null)}>
          <X />
          {t("filters.clear")}
        </Button>
      ) : null}
    </div>
  );
}
