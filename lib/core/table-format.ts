import { z } from "zod";

/** What a file of rows somebody downloads can be. */
export const TableFormat = z.enum(["csv", "xlsx"]);
export type TableFormat = z.infer<typeof TableFormat>;
