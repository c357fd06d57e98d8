/** Loaded before a process under test: `node --import tsx --import …/preload.ts program`. */
import { FAULT_ORDER } from "@/lib/testing/faults/failpoints";
import type { FaultOrder } from "@/lib/testing/faults/failpoints";
import { shiftClock } from "@/lib/testing/faults/seams/clock-seam";
import { standAtDatabase } from "@/lib/testing/faults/seams/database-seam";
import { standAtFiles } from "@/lib/testing/faults/seams/file-seam";
import { armed } from "@/lib/testing/faults/seams/reach";
import { standAtSockets } from "@/lib/testing/faults/seams/socket-seam";

const order = JSON.parse(process.env[FAULT_ORDER] ?? "{}") as FaultOrder;

armed.push(...(order.failpoints ?? []));
if (order.clockFile) shiftClock(order.clockFile);
standAtDatabase();
standAtSockets();
await standAtFiles(order.disk);
