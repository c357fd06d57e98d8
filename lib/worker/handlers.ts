import { pickUpAbandoned } from "@/lib/codes/pick-up-abandoned";
import { runBatch } from "@/lib/batches/run-batch";
import { wakeBatches } from "@/lib/batches/wake-batches";
import { settleCode } from "@/lib/codes/settle-code";
import type { Context } from "@/lib/core/context";
import { removeExpiredSessions } from "@/lib/people/remove-expired-sessions";
import { mailNotices } from "@/lib/quota/mail-notices";
import type { JobName, JobPayload } from "@/lib/queue/jobs";
import { objectsFolder } from "@/lib/runtime";
import { removeAbandonedFiles } from "@/lib/storage/remove-abandoned-files";
import { removeOldWechatState } from "@/lib/wechat-state/remove-old-wechat-state";

type Handlers = {
  [Name in JobName]: (ctx: Context, payload: JobPayload<Name>) => Promise<unknown>;
};

/** Job → verb. */
export const HANDLERS: Handlers = {
  "codes.settle": settleCode,
  "batches.run": runBatch,
  "batches.wake": wakeBatches,
  "codes.pick-up-abandoned": pickUpAbandoned,
  "storage.remove-abandoned-files": (ctx) =>
    removeAbandonedFiles(objectsFolder(ctx.runtime.env), ctx.now()),
  "people.remove-expired-sessions": removeExpiredSessions,
  "wechat-state.remove-old": removeOldWechatState,
  "quota.mail-notices": mailNotices,
};
