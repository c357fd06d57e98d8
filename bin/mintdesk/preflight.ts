import { z } from "zod";
import type { Say } from "./say";
import { textTable } from "./text-table";

const Price = z.looseObject({
  limitedCount: z.number(),
  callCount: z.number(),
  minutes: z.number(),
  left: z.number(),
  isAffordable: z.boolean(),
  needsApproval: z.boolean(),
});

const BadRow = z.looseObject({
  row: z.number(),
  column: z.string().nullish(),
  detail: z.string(),
});

/** What a batch would do, before it does it. */
export const Preflight = z.looseObject({
  id: z.string(),
  rowCount: z.number(),
  newCount: z.number(),
  repeatCount: z.number(),
  badCount: z.number(),
  price: Price,
  badRows: z.array(BadRow).default([]),
});
export type Preflight = z.output<typeof Preflight>;

export function tellPreflight(check: Preflight, say: Say): string {
  const { rowCount, newCount, repeatCount, badCount, price, badRows } = check;
  const { limitedCount, left, minutes } = price;
  const faults = badRows.map(({ row, column, detail }) => [row, column, detail]);
  return [
    say("preflight", { rowCount, newCount, repeatCount, badCount }),
    limitedCount > 0 ? say("costs", { limitedCount, left }) : say("costsNothing"),
    ...(minutes > 0 ? [say("takes", { minutes })] : []),
    ...(price.needsApproval ? [say("needsApproval")] : []),
    ...(faults.length > 0 ? [textTable([say("row"), say("column"), say("fault")], faults)] : []),
    ...(badCount > faults.length && faults.length > 0
      ? [say("moreFaults", { count: badCount - faults.length })]
      : []),
  ].join("\n");
}

/** What a person has to agree to first; empty: nothing. */
export function toAgreeTo({ badCount, price }: Preflight, say: Say): string[] {
  const { limitedCount } = price;
  return [
    ...(limitedCount > 0 ? [say("agreeLimited", { limitedCount })] : []),
    ...(badCount > 0 ? [say("agreeLeaveOut", { badCount })] : []),
  ];
}
