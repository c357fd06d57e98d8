import { mailCheckpoint } from "@/lib/audit/mail-checkpoint";
import { sealBlocks } from "@/lib/audit/seal-blocks";
import { runBatch } from "@/lib/batches/run-batch";
import { sortSearchIndex } from "@/lib/codes/sort-search-index";
import type { Context } from "@/lib/core/context";
import { removeOldRequests } from "@/lib/idempotency/remove-old-requests";
import { preparePack } from "@/lib/packs/prepare-pack";
import { removeOldPacks } from "@/lib/packs/remove-old-packs";
import { wakePacks } from "@/lib/packs/wake-packs";
import { removeExpiredSessions } from "@/lib/people/remove-expired-sessions";
import { mailNotices } from "@/lib/quota/mail-notices";
import type { JobName, JobPayload } from "@/lib/queue/jobs";
import { uploadsFolder } from "@/lib/runtime";
import { removeOldScans } from "@/lib/scans/remove-old-scans";
import { removeOldSheets } from "@/lib/sheets/remove-old-sheets";
import { objectsFolder } from "@/lib/storage/objects-folder";
import { removeAbandonedFiles } from "@/lib/storage/remove-abandoned-files";
import { deliverWebhook } from "@/lib/webhooks/deliver-webhook";
import { removeOldDeliveries } from "@/lib/webhooks/remove-old-deliveries";
import { removeOldWechatState } from "@/lib/wechat-state/remove-old-wechat-state";

/** An upload may be read for minutes. */
const HOUR_MS = 60 * 60 * 1000;

type Handlers = {
  [Name in JobName]: (ctx: Context, payload: JobPayload<Name>) => Promise<unknown>;
};

/** Job → verb. */
export const HANDLERS: Handlers = {
  "codes.sort-search-index": sortSearchIndex,
  "batches.run": runBatch,
  "packs.prepare": preparePack,
  "packs.wake": wakePacks,
  "packs.remove-old": removeOldPacks,
  "audit.seal-blocks": sealBlocks,
  "storage.remove-abandoned-files": (ctx) =>
    removeAbandonedFiles(objectsFolder(ctx.runtime.env), ctx.now()),
  "sheets.remove-old": async (ctx) => {
    await removeOldSheets(ctx);
    await removeAbandonedFiles(uploadsFolder(ctx.runtime.env), ctx.now(), HOUR_MS);
  },
  "people.remove-expired-sessions": removeExpiredSessions,
  "wechat-state.remove-old": removeOldWechatState,
  "idempotency.remove-old": removeOldRequests,
  "quota.mail-notices": mailNotices,
  "audit.mail-checkpoint": mailCheckpoint,
  "scans.remove-old": removeOldScans,
  "webhooks.deliver": deliverWebhook,
  "webhooks.remove-old": removeOldDeliveries,
};
