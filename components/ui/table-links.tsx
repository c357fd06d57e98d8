import { buttonVariants } from "@heroui/styles";
import { FileSpreadsheet } from "lucide-react";
import type { TableFormat } from "@/lib/core/table-format";

const FORMATS: readonly TableFormat[] = ["csv", "xlsx"];

interface TableLinksProps {
  /** What is in the file. */
  label: string;
  title?: string;
  addressOf: (format: TableFormat) => string;
}

/** One file of rows, offered in the formats it can have. */
export function TableLinks({ label, title, addressOf }: TableLinksProps) {
  return (
    <span
      role="group"
      aria-label={label}
      title={title}
      className="inline-flex items-center gap-1 rounded-3xl border border-border ps-3 pe-0.5 text-sm font-medium"
    >
      <FileSpreadsheet aria-hidden className="hidden size-4 sm:block" />
      {label}
      {FORMATS.map((format) => (
        <a
          key={format}
          href={addressOf(format)}
          download
          aria-label={`${label} ${format.toUpperCase()}`}
          className={`${buttonVariants({ variant: "ghost", size: "sm" })} px-2`}
        >
          {format.toUpperCase()}
        </a>
      ))}
    </span>
  );
}
