"use client";

import { buttonVariants } from "@heroui/styles";
import { FileCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { exportAddress } from "@/components/audit/audit-params";
import type { AuditParams } from "@/components/audit/audit-params";
import { TableLinks } from "@/components/ui/table-links";

/** All entries as they are narrowed now: as a table for people, or as they are stored, for checking. */
export function AuditExport({ params }: { params: AuditParams }) {
  const t = useTranslations("audit.export");
  return (
    <>
      <TableLinks
        label={t("action")}
        title={t("title")}
        addressOf={(format) => exportAddress(params, format)}
      />
      <a
        href={exportAddress(params, "checking")}
        download
        title={t("checkingTitle")}
        className={buttonVariants({ variant: "outline" })}
      >
        <FileCheck aria-hidden className="size-4" />
        {t("checking")}
      </a>
    </>
  );
}
