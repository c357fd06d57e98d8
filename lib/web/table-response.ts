import type { TableFormat } from "@/lib/core/table-format";
import { attachment } from "@/lib/core/content-disposition";

const CONTENT_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The answer with which a browser saves a file of rows under this name. */
export function tableResponse(
  file: ReadableStream<Uint8Array<ArrayBuffer>>,
  format: TableFormat,
  fileName: string,
): Response {
  return new Response(file, {
    headers: {
      "Content-Type": CONTENT_TYPES[format],
      "Content-Disposition": attachment(fileName),
    },
  });
}
