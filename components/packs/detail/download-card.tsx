"use client";

import { buttonVariants } from "@heroui/styles";
import { Download } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useFileSize } from "@/components/ui/use-file-size";
import { PackStatusChip } from "@/components/packs/words/pack-status-chip";
import { Copyable } from "@/components/ui/copyable";
import { SectionCard } from "@/components/ui/section-card";
import { TextLink } from "@/components/ui/text-link";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { PackDetail } from "@/lib/packs/pack-view";

/** A take stands written before the first byte goes out. */
const TAKEN_AFTER_MS = 2_000;

interface DownloadCardProps {
  pack: PackDetail;
  onTaken: () => void;
}

/** The finished pack: take it, know it by its hash, and until when it lies here. */
export function DownloadCard({ pack, onTaken }: DownloadCardProps) {
  const t = useTranslations("packs.detail");
  const format = useFormatter();
  const fileSize = useFileSize();
  const { id, form, fileName, fileCount, codeCount, byteSize, sha256, removeAt } = pack;
  const figures = [
    { name: "codes", value: format.number(codeCount) },
    ...(fileCount === null ? [] : [{ name: "files", value: format.number(fileCount) }]),
    { name: "size", value: byteSize === null ? "—" : fileSize(byteSize) },
  ];
  return (
    <SectionCard>
      <div className="flex flex-col gap-5">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4">
          <div className="flex min-w-0 flex-col gap-1.5">
            <span role="status">
              <PackStatusChip status={pack.status} problemCount={pack.problemCount} />
            </span>
            <span className="font-medium break-all">{fileName}</span>
            {removeAt ? (
              <span className="text-sm text-muted">
                {t("keptUntil")} <TimeStamp at={removeAt} as="exact" />
              </span>
            ) : null}
          </div>
          <a
            href={`/api/packs/${id}/file`}
            download
            className={`${buttonVariants({ variant: "primary", size: "lg" })} max-sm:w-full`}
            onClick={() => setTimeout(onTaken, TAKEN_AFTER_MS)}
          >
            <Download aria-hidden className="size-4.5" />
            {t("download")}
          </a>
        </div>
        <dl className="grid grid-cols-3 gap-x-4">
          {figures.map(({ name, value }) => (
            <div key={name}>
              <dt className="text-xs text-muted">{t(`figures.${name}`)}</dt>
              <dd className="text-lg font-semibold whitespace-nowrap max-sm:text-base">{value}</dd>
            </div>
          ))}
        </dl>
        {sha256 ? (
          <div className="flex flex-col gap-1 border-t border-separator pt-4">
            <p className="text-sm font-medium">{t("hash")}</p>
            <Copyable text={sha256} label={t("hash")} />
            <p className="text-sm text-muted">
              {t(form === "labels" || form === "spreadsheet" ? "hashOfFile" : "hashOfManifest")}{" "}
              <TextLink href="/packs/verify">{t("verify")}</TextLink>
            </p>
          </div>
        ) : null}
      </div>
    </SectionCard>
  );
}
