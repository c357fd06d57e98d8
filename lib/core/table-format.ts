import { z } from "zod";

/** What a file of rows somebody downloads can be. */
export const TableFormat = z.enum(["csv", "xlsx"]);
export type TableFormat = z.infer<typeof TableFormat>;

export const TABLE_MEDIA_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
