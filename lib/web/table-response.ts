import { attachment } from "@/lib/core/content-disposition";
import { TABLE_MEDIA_TYPES } from "@/lib/core/table-format";
import type { TableFormat } from "@/lib/core/table-format";

/** The answer with which a browser saves a file of rows under this name. */
export function tableResponse(
  file: ReadableStream<Uint8Array<ArrayBuffer>>,
  format: TableFormat,
  fileName: string,
): Response {
  return new Response(file, {
    headers: {
      "Content-Type": TABLE_MEDIA_TYPES[format],
      "Content-Disposition": attachment(fileName),
    },
  });
}
