"use server";

import { cancelBatch } from "@/lib/batches/cancel-batch";
import { pauseBatch } from "@/lib/batches/pause-batch";
import { resumeBatch } from "@/lib/batches/resume-batch";
import { retryFailedCodes } from "@/lib/batches/retry-failed-codes";
import { defineAction } from "@/lib/web/define-action";

export const pauseBatchAction = defineAction(pauseBatch);
export const resumeBatchAction = defineAction(resumeBatch);
export const cancelBatchAction = defineAction(cancelBatch);
export const retryFailedCodesAction = defineAction(retryFailedCodes);
