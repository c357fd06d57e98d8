/** The columns of an export for checking, in this order; docs/audit.md describes them. */
export const EXPORT_COLUMNS = [
  "seq",
  "at",
  "actorKind",
  "actorId",
  "actorName",
  "action",
  "targetKind",
  "targetId",
  "targetLabel",
  "miniProgramId",
  "campaignId",
  "changes",
  "details",
  "address",
  "requestId",
  "salt",
  "contentHash",
  "prevHash",
  "hash",
] as const;

export type ExportColumn = (typeof EXPORT_COLUMNS)[number];
