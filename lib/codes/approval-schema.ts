import { z } from "zod";

export const APPROVAL_COMMENT_MAX_LENGTH = 200;

export const DecideApprovalInput = z.object({
  approvalId: z.uuid(),
  verdict: z.enum(["approved", "declined"]),
  comment: z.string().trim().max(APPROVAL_COMMENT_MAX_LENGTH, { error: "reasonLong" }),
});
export type DecideApprovalInput = z.input<typeof DecideApprovalInput>;

export type ApprovalStatus = "pending" | "approved" | "declined";

/** Limited codes that wait for a second person, or waited. */
export interface ApprovalRow {
  id: string;
  codeId: string | null;
  batchId: string | null;
  label: string;
  limitedCount: number;
  reason: string;
  requestedById: string | null;
  requestedBy: string;
  createdAt: Date;
  status: ApprovalStatus;
  decidedBy: string | null;
  decidedAt: Date | null;
  comment: string;
  /** Pending, and somebody else's. */
  mayDecide: boolean;
}
