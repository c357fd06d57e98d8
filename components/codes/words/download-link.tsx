"use client";

import { buttonVariants } from "@heroui/styles";
import type { ButtonVariants } from "@heroui/styles";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";

interface DownloadLinkProps {
  codeId: string;
  fileName: string;
  variant?: ButtonVariants["variant"];
  fullWidth?: boolean;
}

/** Gives the stored bytes under their good name; its extension says what they are. */
export function DownloadLink({ codeId, fileName, variant, fullWidth }: DownloadLinkProps) {
  const t = useTranslations("codes");
  const extension = fileName.split(".").at(-1)?.toUpperCase() ?? "";
  return (
    <a
      href={`/api/codes/${codeId}/picture?download=1`}
      download={fileName}
      className={buttonVariants({ variant: variant ?? "primary", fullWidth })}
    >
      <Download aria-hidden className="size-4" />
      {t("download", { extension })}
    </a>
  );
}
