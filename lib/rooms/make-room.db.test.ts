import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/core/context";
import { getRoom } from "@/lib/rooms/get-room";
import { listRooms } from "@/lib/rooms/list-rooms";
import { makeRoom } from "@/lib/rooms/make-room";
import { previewRoom } from "@/lib/rooms/preview-room";
import { revokeRoom } from "@/lib/rooms/revoke-room";
import { OPEN_ROOMS_MAX } from "@/lib/rooms/schema";
import { openLogRoomDesk, WHOLE_SLICE } from "@/lib/testing/log-room-desk";
import type { LogRoomDesk } from "@/lib/testing/log-room-desk";
import { asPerson } from "@/lib/testing/test-runtime";

const NOWHERE = "00000000-0000-4000-8000-000000000000";
const INPUT = {
  name: "给市场部",
  slice: WHOLE_SLICE,
  days: 7,
  password: null,
  mayExport: false,
} as const;

let desk: LogRoomDesk;
let marketing: Context;
beforeAll(async () => {
  desk = await openLogRoomDesk();
  marketing = await asPerson(desk.runtime, "marketing");
});
afterAll(() => desk.close());

const makeOf = (slice: object) =>
  makeRoom(desk.operator, { ...INPUT, slice: { ...WHOLE_SLICE, ...slice } });

const lastEntry = () => desk.runtime.db.auditEntry.findFirst({ orderBy: { seq: "desc" } });

describe("a log room", () => {
  it("is made of a slice, tells its address once and says in the log what it shows", async () => {
    const campaignId = await desk.addCampaign("春节");
    const slice = {
      ...WHOLE_SLICE,
      campaignIds: [campaignId],
      actionKinds: ["campaigns" as const],
      redactions: ["mails" as const],
    };
    const made = await makeRoom(desk.operator, { ...INPUT, slice, password: "  红灯笼 88 盏 " });
    expect(made.url).toMatch(/\/room\/[\w-]{43}$/);
    const stored = await desk.runtime.db.logRoom.findUniqueOrThrow({ where: { id: made.roomId } });
    expect(JSON.stringify(stored)).not.toContain(made.url.slice(-43));
    expect(stored.actions).toEqual(["campaign.created", "campaign.renamed", "campaign.fields_set"]);
    expect(stored.passwordHash).toMatch(/^\$argon2id\$/);
    const entry = await lastEntry();
    expect(entry).toMatchObject({
      action: "log_room.made",
      targetId: made.roomId,
      details: {
        hasPassword: true,
        mayExport: false,
        slice: { campaigns: "春节", actionKinds: "campaigns" },
        redactions: ["mails"],
      },
    });
    expect(JSON.stringify(entry?.details)).not.toContain("红灯笼");
    const room = await getRoom(desk.operator, { roomId: made.roomId });
    expect(room).toMatchObject({
      name: "给市场部",
      state: "open",
      hasPassword: true,
      slice,
      campaigns: ["春节"],
      miniPrograms: [],
      openCount: 0,
      events: [],
      nextEvents: null,
    });
    const { rows } = await listRooms(desk.operator, {});
    expect(rows[0]).toMatchObject({ id: made.roomId, slice, createdBy: "Chen Wei" });
  });

  it.each([
    [{ name: " " }, "roomNameEmpty"],
    [{ days: 181 }, "roomDays"],
    [{ days: 0 }, "roomDays"],
    [{ password: "short" }, "roomPasswordShort"],
  ])("is not made of %j", async (changes, reason) => {
    const making = makeRoom(desk.operator, { ...INPUT, ...changes });
    await expect(making).rejects.toMatchObject({ issues: [{ message: reason }] });
  });

  it("names only what there is, and a time that has some length", async () => {
    await expect(makeOf({ campaignIds: [NOWHERE] })).rejects.toMatchObject({ code: "not_found" });
    await expect(makeOf({ miniProgramIds: [NOWHERE] })).rejects.toMatchObject({
      code: "not_found",
    });
    const day = "2026-11-22T00:00:00Z";
    await expect(makeOf({ from: day, until: day })).rejects.toMatchObject({ reason: "roomRange" });
  });

  it("is not one too many", async () => {
    const { db } = desk.runtime;
    await db.$executeRaw`
      INSERT INTO log_rooms (id, name, token_hash, expires_at, mini_program_ids, campaign_ids, action_kinds, actions,
        fields, redactions, may_export, created_by_name, created_at)
      SELECT gen_random_uuid(), 'full', lpad(n::text, 64, '0'), now() + interval '1 day', '{}', '{}', '{}', '{}', '{}', '{}',
        false, '林悦', now() - interval '1 day' FROM generate_series(1, ${OPEN_ROOMS_MAX}::int) AS n`;
    await expect(makeRoom(desk.operator, INPUT)).rejects.toMatchObject({ reason: "roomsTooMany" });
    await db.logRoom.updateMany({ where: { name: "full" }, data: { expiresAt: new Date(0) } });
    await makeRoom(desk.operator, INPUT);
    const pages = [await listRooms(desk.operator, {})];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
      pages.push(await listRooms(desk.operator, { cursor: next }));
    }
    const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(await db.logRoom.count());
    expect(ids).toHaveLength(new Set(ids).size);
    expect(pages.at(-1)?.rows.at(-1)?.state).toBe("expired");
  });

  it("is closed once, and says so in the log once", async () => {
    const { roomId } = await desk.openRoom();
    await revokeRoom(desk.operator, { roomId });
    await revokeRoom(desk.operator, { roomId });
    expect(await getRoom(desk.operator, { roomId })).toMatchObject({
      state: "revoked",
      revokedBy: "Chen Wei",
    });
    const where = { action: "log_room.revoked", targetId: roomId };
    expect(await desk.runtime.db.auditEntry.count({ where })).toBe(1);
    await expect(revokeRoom(desk.operator, { roomId: NOWHERE })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("is nobody's business who may not make rooms", async () => {
    const { roomId } = await desk.openRoom();
    for (const trying of [
      makeRoom(marketing, INPUT),
      listRooms(marketing, {}),
      getRoom(marketing, { roomId }),
      revokeRoom(marketing, { roomId }),
      previewRoom(marketing, { slice: WHOLE_SLICE }),
    ]) {
      await expect(trying).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("the events of a room", () => {
  it("come newest first, a page at a time", async () => {
    const { roomId } = await desk.openRoom();
    const data = Array.from({ length: 120 }, (_, place) => ({
      roomId,
      kind: "opened",
      at: new Date(),
      address: `192.0.2.${place}`,
    }));
    await desk.runtime.db.logRoomEvent.createMany({ data });
    const seen: (string | null)[] = [];
    let cursor: string | undefined;
    do {
      const page = await getRoom(desk.operator, { roomId, ...(cursor && { cursor }) });
      seen.push(...page.events.map(({ address }) => address));
      cursor = page.nextEvents ?? undefined;
    } while (cursor);
    expect(seen).toEqual(data.map(({ address }) => address).toReversed());
  });
});

describe("the preview of a room", () => {
  it("has what the slice has, pages both ways and counts all", async () => {
    const campaignId = await desk.addCampaign("元宵");
    const other = await desk.addCampaign("中秋");
    const seqs: string[] = [];
    for (let place = 0; place < 120; place += 1) {
      seqs.push(await desk.addEntry(campaignId));
      if (place % 10 === 0) await desk.addEntry(other);
    }
    const slice = { ...WHOLE_SLICE, campaignIds: [campaignId] };
    const pages = [await previewRoom(desk.operator, { slice })];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
      pages.push(await previewRoom(desk.operator, { slice, cursor: next }));
    }
    expect(pages.map(({ entries }) => entries.length)).toEqual([50, 50, 20]);
    expect(pages.flatMap(({ entries }) => entries.map(({ seq }) => seq))).toEqual(
      seqs.toReversed(),
    );
    expect(pages.map(({ entryCount }) => entryCount)).toEqual([120, 120, 120]);
    expect(pages[0]?.newer).toBeNull();
    const back = await previewRoom(desk.operator, { slice, cursor: pages[2]?.newer ?? "" });
    expect(back).toEqual(pages[1]);
    const first = await previewRoom(desk.operator, { slice, cursor: back.newer ?? "" });
    expect(first).toEqual(pages[0]);
  });

  it("narrows by campaign, mini program, kind of action and time, by all at once", async () => {
    const campaignId = await desk.addCampaign("清明");
    const miniProgram = await desk.runtime.db.miniProgram.create({
      data: { name: "小店", wechatAppId: "wx0000000000000001", secretCiphertext: "sealed" },
    });
    const scope = { campaignId, miniProgramId: miniProgram.id };
    const target = { kind: "code" as const, id: null, label: "桌 1" };
    const minted = { sha256: "00", numUsed: null };
    const before = await desk.addEntry(campaignId);
    const both = await desk.addEntry(campaignId, {
      action: "code.minted",
      target,
      details: minted,
      scope,
    });
    const after = await desk.addEntry(campaignId, { scope });
    const seqsOf = async (slice: object) =>
      (await previewRoom(desk.operator, { slice: { ...WHOLE_SLICE, ...slice } })).entries.map(
        ({ seq }) => seq,
      );
    expect(await seqsOf({ campaignIds: [campaignId] })).toEqual([after, both, before]);
    expect(await seqsOf({ miniProgramIds: [miniProgram.id] })).toEqual([after, both]);
    const narrow = { campaignIds: [campaignId], miniProgramIds: [miniProgram.id] };
    expect(await seqsOf({ ...narrow, actionKinds: ["codes"] })).toEqual([both]);
    const { at } = await desk.runtime.db.auditEntry.findUniqueOrThrow({
      where: { seq: BigInt(both) },
    });
    const next = new Date(at.getTime() + 1).toISOString();
    expect(await seqsOf({ ...narrow, until: at.toISOString() })).toEqual([]);
    expect(await seqsOf({ ...narrow, from: at.toISOString() })).toContain(both);
    expect(await seqsOf({ ...narrow, from: next })).not.toContain(both);
  });

  it("is blackened as the room would be", async () => {
    const campaignId = await desk.addCampaign("重阳");
    const target = { kind: "code" as const, id: null, label: "王女士的桌" };
    await desk.addEntry(campaignId, { action: "code.repeated", target, details: { attempt: 2 } });
    const slice = {
      ...WHOLE_SLICE,
      campaignIds: [campaignId],
      fields: ["object" as const, "address" as const],
      redactions: ["texts" as const, "addresses" as const],
    };
    const { entries } = await previewRoom(desk.operator, { slice });
    expect(entries).toEqual([
      {
        seq: expect.stringMatching(/^\d+$/),
        at: expect.any(Date),
        action: "code.repeated",
        targetKind: "code",
        targetLabel: "■■■",
        address: "192.0.2.•••",
      },
    ]);
  });

  it("refuses a cursor no page gave", async () => {
    const trying = previewRoom(desk.operator, { slice: WHOLE_SLICE, cursor: "nonsense" });
    await expect(trying).rejects.toMatchObject({ reason: "cursorInvalid" });
  });
});
