import { z } from "zod";
import { addDays, toDays, toMoments } from "@/components/rooms/words/slice-days";
import { MakeRoomInput, RoomSlice } from "@/lib/rooms/schema";

export const ENTRY_PARTS = RoomSlice.shape.fields.element.options;
export const ACTION_KINDS = RoomSlice.shape.actionKinds.element.options;

/** What the form of a room holds: days as written, every kind of act by name, no password as an empty one. */
export interface RoomFormValues {
  name: string;
  slice: Omit<RoomSlice, "from" | "until"> & { from: string; until: string };
  days: number;
  password: string;
  mayExport: boolean;
}

/** The fields that can be at fault, in the order of the form. */
export const ROOM_FIELDS = [
  "name",
  "slice.campaignIds",
  "slice.miniProgramIds",
  "slice.actionKinds",
  "slice.from",
  "slice.until",
  "days",
  "password",
] as const;
export type RoomField = (typeof ROOM_FIELDS)[number];

const DAYS_BACK = 30;
const NOT_FOR_GUESTS: readonly string[] = ["people", "webhooks", "log"];

/** What a guest mostly needs and no more: the work of the last month and from now on. */
export function emptyRoomForm(today: string): RoomFormValues {
  return {
    name: "",
    slice: {
      miniProgramIds: [],
      campaignIds: [],
      actionKinds: ACTION_KINDS.filter((kind) => !NOT_FOR_GUESTS.includes(kind)),
      from: addDays(today, -DAYS_BACK),
      until: "",
      fields: ["person", "object", "changes", "details"],
      redactions: ["addresses", "mails"],
    },
    days: 30,
    password: "",
    mayExport: false,
  };
}

/** A form that shows what another room shows, for somebody else. */
export function roomFormLike(today: string, slice: RoomSlice): RoomFormValues {
  const actionKinds = slice.actionKinds.length === 0 ? [...ACTION_KINDS] : slice.actionKinds;
  return { ...emptyRoomForm(today), slice: { ...slice, ...toDays(slice), actionKinds } };
}

/** The slice as verbs take it. All kinds ticked are no narrowing, so that new kinds are shown too. */
export function toSlice({ from, until, ...slice }: RoomFormValues["slice"]): RoomSlice {
  const isNarrowed = slice.actionKinds.length < ACTION_KINDS.length;
  return {
    ...slice,
    actionKinds: isNarrowed ? slice.actionKinds : [],
    ...toMoments({ from, until }),
  };
}

export function toMakeRoomInput({ slice, password, ...rest }: RoomFormValues): MakeRoomInput {
  return { ...rest, slice: toSlice(slice), password: password.trim() === "" ? null : password };
}

/** The form as the schema of the verb sees it, and what an empty list would mean there. */
export const RoomForm = z.custom<RoomFormValues>().superRefine((values, ctx) => {
  const { actionKinds, from, until } = values.slice;
  const fault = (path: readonly PropertyKey[], message: string) =>
    ctx.addIssue({ code: "custom", path: [...path], message });
  if (actionKinds.length === 0) fault(["slice", "actionKinds"], "roomKindsMissing");
  if (from !== "" && until !== "" && until < from) fault(["slice", "until"], "roomDaysOrder");
  for (const { path, message } of MakeRoomInput.safeParse(toMakeRoomInput(values)).error?.issues ??
    []) {
    fault(path, message);
  }
});
