/** Whether so many limited codes at once wait for a second person; a null threshold: never. */
export function needsApproval(
  limitedCount: number,
  { approvalThreshold }: { approvalThreshold: number | null },
): boolean {
  return approvalThreshold !== null && limitedCount > approvalThreshold;
}
