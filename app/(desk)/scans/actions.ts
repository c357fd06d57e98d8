"use server";

import { cancelScanTest } from "@/lib/scans/cancel-scan-test";
import { startScanTest } from "@/lib/scans/start-scan-test";
import { defineAction } from "@/lib/web/define-action";

export const startScanTestAction = defineAction(startScanTest);
export const cancelScanTestAction = defineAction(cancelScanTest);
