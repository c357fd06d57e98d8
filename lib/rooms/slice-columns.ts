import { actionsOf } from "@/lib/audit/action-kinds";
import type { RoomSlice } from "@/lib/rooms/schema";

/** A slice as its room stores it. */
export function sliceColumns(slice: RoomSlice) {
  const { miniProgramIds, campaignIds, actionKinds, from, until, fields, redactions } = slice;
  return {
    miniProgramIds,
    campaignIds,
    actionKinds,
    actions: actionsOf(actionKinds),
    fromAt: from === null ? null : new Date(from),
    untilAt: until === null ? null : new Date(until),
    fields,
    redactions,
  };
}
