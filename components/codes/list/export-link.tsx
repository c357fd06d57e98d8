"use client";

import { useTranslations } from "next-intl";
import { createSerializer } from "nuqs";
import { CODE_LIST_PARAMS } from "@/components/codes/list/code-list-params";
import type { CodeListParams } from "@/components/codes/list/code-list-params";
import { TableLinks } from "@/components/ui/table-links";
import type { TableFormat } from "@/lib/core/table-format";

const serialize = createSerializer(CODE_LIST_PARAMS);

interface ExportLinkProps {
  params: CodeListParams;
  miniProgramId: string | undefined;
}

/** All codes of the list as it is narrowed now, not only the page that is shown. */
export function ExportLink({ params, miniProgramId }: ExportLinkProps) {
  const t = useTranslations("codes.export");
  const addressOf = (format: TableFormat) => {
    const narrowed = miniProgramId ? `&miniProgramId=${miniProgramId}` : "";
    const base = `/api/codes/export?format=${format}${narrowed}`;
    return serialize(base, { ...params, cursor: null, view: null });
  };
  return <TableLinks label={t("action")} title={t("title")} addressOf={addressOf} />;
}
