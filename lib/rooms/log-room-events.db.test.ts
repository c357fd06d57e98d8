import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyChain } from "@/lib/audit/verify-chain";
import { logRoomEvents } from "@/lib/rooms/log-room-events";
import { openLogRoomDesk } from "@/lib/testing/log-room-desk";
import type { LogRoomDesk } from "@/lib/testing/log-room-desk";
import { jobContext } from "@/lib/worker/job-context";
import { keepLogging } from "@/lib/worker/keep-logging";

let desk: LogRoomDesk;
beforeAll(async () => {
  desk = await openLogRoomDesk();
});
afterAll(() => desk.close());

const worker = () => jobContext(desk.runtime, "rooms.log-events");

async function happen(roomId: string, ...kinds: string[]): Promise<void> {
  const data = kinds.map((kind) => ({ roomId, kind, at: new Date(), address: "192.0.2.7" }));
  await desk.runtime.db.logRoomEvent.createMany({ data });
}

function logged(roomId: string) {
  const where = { targetId: roomId, action: { not: "log_room.made" } };
  return desk.runtime.db.auditEntry.findMany({ where, orderBy: { seq: "asc" } });
}

describe("what happened at a log room", () => {
  it("comes into the log in its order, as the doing of whoever the room is for", async () => {
    const { roomId } = await desk.openRoom();
    await happen(roomId, "wrong_password", "opened", "exported");
    await Promise.all([1, 2, 3].map(() => logRoomEvents(worker())));
    const entries = await logged(roomId);
    expect(entries.map(({ action }) => action)).toEqual([
      "log_room.password_wrong",
      "log_room.opened",
      "log_room.exported",
    ]);
    for (const entry of entries) {
      expect(entry).toMatchObject({
        actorKind: "anonymous",
        actorName: "给市场部",
        address: "192.0.2.7",
        targetKind: "log_room",
        targetLabel: "给市场部",
      });
    }
    expect(await verifyChain(desk.operator)).toMatchObject({ intact: true });
  });

  it("is logged by nobody but a worker", async () => {
    await expect(logRoomEvents(desk.operator)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is logged while a worker runs", async () => {
    const { roomId } = await desk.openRoom();
    const loop = keepLogging(desk.runtime);
    await happen(roomId, "opened");
    const count = async () => (await logged(roomId)).length;
    await expect.poll(count, { timeout: 15_000, interval: 50 }).toBe(1);
    await loop.stop();
  });
});
