import { z } from "zod";
import { EXIT } from "./exit-codes";
import type { Say } from "./say";
import { tellStatus } from "./tell-status";
import { textFacts } from "./text-table";

/** What is read of a code. */
export const Code = z.looseObject({
  id: z.string(),
  serial: z.string(),
  label: z.string(),
  kind: z.string(),
  status: z.string(),
  target: z.string(),
  scene: z.string().nullish(),
  reused: z.boolean().optional(),
  isAwaitingApproval: z.boolean().optional(),
});
export type Code = z.output<typeof Code>;

export function tellCode(code: Code, say: Say): string {
  return textFacts([
    [say("label"), code.label],
    [say("serial"), code.serial],
    [say("status"), tellStatus(code.status, say)],
    [say("target"), code.target],
    [say("scene"), code.scene],
    ...(code.reused ? [[say("price"), say("reusedFree")] as const] : []),
    ["id", code.id],
  ]);
}

/** What a mint ends with: a code that only waits is no failure. */
export function codeExit({ status }: Code): number {
  return ["refused", "unknown"].includes(status) ? EXIT.wechat : EXIT.done;
}
