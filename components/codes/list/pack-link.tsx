"use client";

import { buttonVariants } from "@heroui/styles";
import { Package } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CodeListParams } from "@/components/codes/list/code-list-params";
import { addressOfFiltered } from "@/components/packs/words/new-pack-address";

interface PackLinkProps {
  params: CodeListParams;
  miniProgramId: string | undefined;
}

/** A pack of all codes of the list as it is narrowed now, not only the page that is shown. */
export function PackLink({ params, miniProgramId }: PackLinkProps) {
  const t = useTranslations("codes.list");
  return (
    <Link
      href={addressOfFiltered(params, miniProgramId)}
      prefetch={false}
      title={t("packAllTitle")}
      className={buttonVariants({ variant: "outline" })}
    >
      <Package aria-hidden className="size-4" />
      {t("packAll")}
    </Link>
  );
}
