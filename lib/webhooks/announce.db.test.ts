import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { planned, runDue, shops, unlimitedBatch } from "@/lib/batches/testing/batch-input";
import type { BatchInput } from "@/lib/batches/testing/batch-input";
import { withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { orderPack } from "@/lib/packs/order-pack";
import { changeLimit } from "@/lib/quota/change-limit";
import { retireScene } from "@/lib/scenes/retire-scene";
import { insertScene } from "@/lib/scenes/testing/insert-scene";
import { mint, orderOf } from "@/lib/testing/pack-desk";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";
import { announce } from "@/lib/webhooks/announce";
import { createWebhook } from "@/lib/webhooks/create-webhook";
import { WEBHOOK_EVENT_TYPES, WEBHOOK_EVENTS } from "@/lib/webhooks/events-schema";
import type { WebhookEventType } from "@/lib/webhooks/events-schema";
import { deliverDue } from "@/lib/webhooks/testing/deliver-due";
import { openReceiver } from "@/lib/webhooks/testing/open-receiver";
import type { Receiver } from "@/lib/webhooks/testing/open-receiver";

const API = "https://desk.example.com/api/v1";

let desk: SandboxDesk;
let receiver: Receiver;
let secret: string;

beforeAll(async () => {
  desk = await openSandboxDesk({
    MINTDESK_WEBHOOK_HOSTS: "127.0.0.1",
    MINTDESK_URL: "https://desk.example.com",
  });
  receiver = await openReceiver();
});
beforeEach(async () => {
  await desk.runtime.db.webhookEndpoint.deleteMany();
  receiver.messages.length = 0;
  secret = await listen();
});
afterAll(async () => {
  receiver.close();
  await desk.close();
});

async function listen(miniProgramId: string | null = null, path = ""): Promise<string> {
  const made = await createWebhook(desk.admin, {
    name: "ERP",
    url: receiver.url + path,
    eventTypes: [...WEBHOOK_EVENT_TYPES],
    miniProgramId,
  });
  return made.secret;
}

/** What was told of this kind, each as its schema has it. */
async function told(type: WebhookEventType): Promise<Record<string, unknown>[]> {
  await deliverDue(desk.runtime);
  const messages = receiver.messages.map((message) => receiver.read(message, secret));
  const of = messages.filter((message) => message.type === type);
  return of.map(({ data }) => WEBHOOK_EVENTS[type].data.strict().parse(data));
}

async function run(input: BatchInput): Promise<string> {
  const { batchId } = await planned(desk.operator, input);
  await runDue(desk.runtime, batchId);
  return batchId;
}

describe("what is told", () => {
  it("code.minted: of a code minted by itself", async () => {
    const codeId = await mint(desk, { label: "桌 3" });
    const code = await desk.runtime.db.code.findUniqueOrThrow({ where: { id: codeId } });
    const inOrder = /^{"type":"code.minted","timestamp":"[^"]+","data":{"codeId":/;
    expect(await told("code.minted")).toEqual([
      {
        codeId,
        miniProgramId: desk.miniProgramId,
        batchId: null,
        kind: "WXACODE_UNLIMITED",
        label: "桌 3",
        target: code.target,
        sha256: code.pictureSha256,
        url: `${API}/codes/${codeId}`,
        imageUrl: `${API}/codes/${codeId}/image`,
      },
    ]);
    expect(receiver.messages[0]?.body).toMatch(inOrder);
  });

  it("code.minted and batch.finished: of every code of a batch once, and of its end", async () => {
    const batchId = await run(unlimitedBatch(desk.miniProgramId, shops(40)));
    const codes = await told("code.minted");
    expect(new Set(codes.map(({ codeId }) => codeId)).size).toBe(40);
    expect(codes).toHaveLength(40);
    expect(new Set(codes.map((code) => code.batchId))).toEqual(new Set([batchId]));
    expect(await told("batch.finished")).toEqual([
      {
        batchId,
        miniProgramId: desk.miniProgramId,
        name: "三月桌贴",
        mintedCount: 40,
        refusedCount: 0,
        unknownCount: 0,
        url: `${API}/batches/${batchId}`,
      },
    ]);
  });

  it("batch.stopped: why, with WeChat's errcode", async () => {
    const own = await ownMiniProgram(desk);
    const endpoint = "getwxacodeunlimit";
    own.addFault({ endpoint, fault: { kind: "errcode", errcode: 48_001 } });
    const batchId = await run(unlimitedBatch(own.id, shops(3)));
    const pilot = await run(unlimitedBatch(desk.miniProgramId, shops(9), { pilot: true }));
    expect(await told("batch.stopped")).toMatchObject([
      { batchId, miniProgramId: own.id, why: "wechat", errcode: 48_001 },
      { batchId: pilot, why: "pilot", errcode: null, url: `${API}/batches/${pilot}` },
    ]);
  });

  it("quota.level: each level once, with the figures", async () => {
    const { id: miniProgramId } = await ownMiniProgram(desk);
    await desk.runtime.db.quotaCounter.update({
      where: { miniProgramId },
      data: { spent: 91, lifetimeLimit: 200 },
    });
    const limit = { miniProgramId, limit: 100, knownLimit: 200, reason: "合同" };
    await changeLimit(desk.admin, limit);
    const url = `${API}/mini-programs/${miniProgramId}/quota`;
    expect(await told("quota.level")).toEqual(
      [80, 90].map((level) => ({ miniProgramId, level, usedCount: 91, limitCount: 100, url })),
    );
  });

  it("scene.retired: now or from when on", async () => {
    const {
      id: sceneId,
      miniProgramId,
      value,
    } = await insertScene(desk.runtime, {
      value: "t=3&a",
    });
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const retirement = { sceneId, knownAt: null, why: "moved", note: "", fallback: null } as const;
    await retireScene(desk.operator, { ...retirement, at });
    expect(await told("scene.retired")).toEqual([
      {
        sceneId,
        miniProgramId,
        value,
        why: "moved",
        effectiveFrom: at,
        url: `${API}/mini-programs/${miniProgramId}/scenes/t%3D3%26a`,
      },
    ]);
  });

  it("pack.ready: with what is in it and where its file is", async () => {
    const codeId = await mint(desk);
    const { packId } = await orderPack(desk.operator, orderOf([codeId]));
    expect(await told("pack.ready")).toMatchObject([
      {
        packId,
        miniProgramId: desk.miniProgramId,
        name: "春茶桌贴",
        codeCount: 1,
        problemCount: 0,
        fileUrl: `${API}/packs/${packId}/file`,
      },
    ]);
  });
});

describe("who is told", () => {
  it("is each endpoint that wants to know of this mini program", async () => {
    const own = await ownMiniProgram(desk);
    await listen(own.id, "/own");
    await listen(desk.miniProgramId, "/sandbox");
    await mint(desk);
    await deliverDue(desk.runtime);
    const paths = receiver.messages.map(({ path }) => path);
    expect(paths.toSorted()).toEqual(["/hook", "/hook/sandbox"]);
  });

  it("is nobody who is removed meanwhile, which breaks nothing", async () => {
    const event = { type: "code.minted", data: WEBHOOK_EVENTS["code.minted"].example } as const;
    const { db } = desk.runtime;
    const announcing = await db.$transaction(async (tx) => {
      await tx.webhookEndpoint.deleteMany();
      const announced = withTransaction(desk.admin, (tctx) => announce(tctx, [event]));
      await expect.poll(() => isWaiting(desk)).toBe(true);
      return { announced };
    });
    await announcing.announced;
    expect(await db.webhookDelivery.count()).toBe(0);
  });

  it("of 3,000 codes takes as many statements as of one, and without endpoints one", async () => {
    const event = { type: "code.minted", data: WEBHOOK_EVENTS["code.minted"].example } as const;
    const count = (events: number) =>
      withTransaction(desk.admin, async (tctx) => {
        const counted = counting(tctx);
        await announce(
          counted.tctx,
          Array.from({ length: events }, () => event),
        );
        return counted.statements();
      });
    const ofOne = await count(1);
    expect(await count(3_000)).toBe(ofOne);
    expect(await desk.runtime.db.webhookDelivery.count()).toBe(3_001);
    await desk.runtime.db.webhookEndpoint.deleteMany();
    expect(await count(3_000)).toBe(1);
    expect(await count(0)).toBe(0);
  });
});

/** Whether a statement waits for somebody's lock. */
async function isWaiting({ runtime }: SandboxDesk): Promise<boolean> {
  const waiting = await runtime.db.$queryRaw<unknown[]>`
    SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return waiting.length > 0;
}

/** The same transaction, with its statements counted. */
function counting(tctx: TransactionContext) {
  let statements = 0;
  const tx = new Proxy(tctx.tx, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function" || !String(name).startsWith("$")) return member;
      return (...given: unknown[]): unknown => {
        statements += 1;
        return Reflect.apply(member, target, given);
      };
    },
  });
  return { tctx: { ...tctx, tx }, statements: () => statements };
}
