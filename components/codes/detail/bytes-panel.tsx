"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Copyable } from "@/components/ui/copyable";
import { PRINT_DPI, printedMm } from "@/components/codes/picture/physical-size";
import { FactList } from "@/components/ui/fact-list";
import { SectionCard } from "@/components/ui/section-card";
import type { CodePicture } from "@/lib/codes/schema";

/** The stored bytes, so that anybody can check what they hold. */
export function BytesPanel({ picture }: { picture: CodePicture }) {
  const t = useTranslations("codeDetail.bytes");
  const format = useFormatter();
  const mm = (pixels: number) =>
    format.number(printedMm(pixels), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <SectionCard title={t("title")}>
      <FactList
        facts={[
          {
            term: t("size"),
            value: t("sizeValue", {
              width: picture.pixelWidth,
              height: picture.pixelHeight,
              mm: `${mm(picture.pixelWidth)} × ${mm(picture.pixelHeight)}`,
              dpi: PRINT_DPI,
            }),
          },
          {
            term: t("byteSize"),
            value: t("byteSizeValue", { count: format.number(picture.byteSize) }),
          },
          {
            term: t("mediaType"),
            value: <code className="font-mono text-[13px]">{picture.mediaType}</code>,
          },
          { term: "SHA-256", value: <Copyable text={picture.sha256} label="SHA-256" /> },
          {
            term: "CRC-32",
            value: <Copyable text={picture.crc32.toString(16).padStart(8, "0")} label="CRC-32" />,
          },
        ]}
      />
    </SectionCard>
  );
}
