import { describe, expect, it } from "vitest";
import {
  ACTION_KINDS,
  emptyRoomForm,
  RoomForm,
  roomFormLike,
  toMakeRoomInput,
} from "@/components/rooms/new/room-form-values";
import type { RoomFormValues } from "@/components/rooms/new/room-form-values";
import { MakeRoomInput } from "@/lib/rooms/schema";

const EMPTY = emptyRoomForm("2026-11-22");
const filled = (
  changes: Partial<RoomFormValues>,
  slice: Partial<RoomFormValues["slice"]> = {},
) => ({
  ...EMPTY,
  name: "代理商",
  ...changes,
  slice: { ...EMPTY.slice, ...slice },
});
const faultsOf = (values: RoomFormValues) =>
  RoomForm.safeParse(values).error?.issues.map(({ path, message }) => [path.join("."), message]);

describe("the form of a log room", () => {
  it("begins with the work of the last month, without addresses and without who signs in", () => {
    const { slice, password } = MakeRoomInput.parse(toMakeRoomInput(filled({})));
    expect(slice).toMatchObject({ from: "2026-10-23T00:00:00+08:00", until: null });
    expect(slice.fields).toEqual(["person", "object", "changes", "details"]);
    expect(slice.redactions).toEqual(["addresses", "mails"]);
    expect(slice.actionKinds).toContain("codes");
    expect(slice.actionKinds).not.toContain("people");
    expect(password).toBeNull();
  });

  it("shows its last day to the end", () => {
    const { slice } = toMakeRoomInput(filled({}, { from: "2026-02-28", until: "2026-02-28" }));
    expect(slice).toMatchObject({
      from: "2026-02-28T00:00:00+08:00",
      until: "2026-03-01T00:00:00+08:00",
    });
  });

  it("leaves kinds open when all are ticked, and never when none is", () => {
    expect(
      toMakeRoomInput(filled({}, { actionKinds: [...ACTION_KINDS] })).slice.actionKinds,
    ).toEqual([]);
    expect(faultsOf(filled({}, { actionKinds: [] }))).toEqual([
      ["slice.actionKinds", "roomKindsMissing"],
    ]);
  });

  it("says at its field what lacks", () => {
    const wrong = filled(
      { name: " ", days: 181, password: "short" },
      { from: "2026-11-22", until: "2026-11-21" },
    );
    expect(faultsOf(wrong)).toEqual([
      ["slice.until", "roomDaysOrder"],
      ["name", "roomNameEmpty"],
      ["days", "roomDays"],
      ["password", "roomPasswordShort"],
    ]);
  });

  it("can be filled in like another room, under a name of its own", () => {
    const first = filled(
      {},
      { from: "2026-11-01", until: "2026-11-11", actionKinds: [...ACTION_KINDS] },
    );
    const like = roomFormLike("2026-12-24", toMakeRoomInput(first).slice);
    expect(like.slice).toEqual(first.slice);
    expect(like.name).toBe("");
  });
});
