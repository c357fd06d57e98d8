"use client";

import { buttonVariants } from "@heroui/styles";
import { FileSpreadsheet } from "lucide-react";
import { useTranslations } from "next-intl";
import { createSerializer } from "nuqs";
import { CODE_LIST_PARAMS } from "@/components/codes/list/code-list-params";
import type { CodeListParams } from "@/components/codes/list/code-list-params";

const serialize = createSerializer(CODE_LIST_PARAMS);

interface ExportLinkProps {
  params: CodeListParams;
  miniProgramId: string | undefined;
}

/** All codes of the list as it is narrowed now, not only the page that is shown. */
export function ExportLink({ params, miniProgramId }: ExportLinkProps) {
  const t = useTranslations("codes.export");
  const base = miniProgramId
    ? `/api/codes/export?miniProgramId=${miniProgramId}`
    : "/api/codes/export";
  return (
    <a
      href={serialize(base, { ...params, cursor: null, view: null })}
      download
      title={t("title")}
      className={buttonVariants({ variant: "outline" })}
    >
      <FileSpreadsheet aria-hidden className="size-4" />
      {t("action")}
    </a>
  );
}
