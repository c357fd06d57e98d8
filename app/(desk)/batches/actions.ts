"use server";

import { cancelBatch } from "@/lib/batches/cancel-batch";
import { editRow } from "@/lib/batches/edit-row";
import { pauseBatch } from "@/lib/batches/pause-batch";
import { removeTemplate } from "@/lib/batches/remove-template";
import { resumeBatch } from "@/lib/batches/resume-batch";
import { retryFailedCodes } from "@/lib/batches/retry-failed-codes";
import { saveTemplate } from "@/lib/batches/save-template";
import { defineAction } from "@/lib/web/define-action";

export const pauseBatchAction = defineAction(pauseBatch);
export const resumeBatchAction = defineAction(resumeBatch);
export const cancelBatchAction = defineAction(cancelBatch);
export const retryFailedCodesAction = defineAction(retryFailedCodes);
export const saveTemplateAction = defineAction(saveTemplate);
export const removeTemplateAction = defineAction(removeTemplate);
export const editRowAction = defineAction(editRow);
