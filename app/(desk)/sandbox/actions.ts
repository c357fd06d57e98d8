"use server";

import { addFault } from "@/lib/sandbox-control/add-fault";
import { clearFaults } from "@/lib/sandbox-control/clear-faults";
import { removeFault } from "@/lib/sandbox-control/remove-fault";
import { removeLatency } from "@/lib/sandbox-control/remove-latency";
import { setAccount } from "@/lib/sandbox-control/set-account";
import { setClock } from "@/lib/sandbox-control/set-clock";
import { setLatency } from "@/lib/sandbox-control/set-latency";
import { setSwitch } from "@/lib/sandbox-control/set-switch";
import { defineAction } from "@/lib/web/define-action";

export const addFaultAction = defineAction(addFault);
export const removeFaultAction = defineAction(removeFault);
export const clearFaultsAction = defineAction(clearFaults);
export const setAccountAction = defineAction(setAccount);
export const setLatencyAction = defineAction(setLatency);
export const removeLatencyAction = defineAction(removeLatency);
export const setSwitchAction = defineAction(setSwitch);
export const setClockAction = defineAction(setClock);
