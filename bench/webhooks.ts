/**
 * How fast what happened reaches another program: messages written in one transaction and delivered by a worker,
 * against the same messages signed and posted by a plain loop, as many at a time, with nothing written down.
 * npm run bench -- webhooks [--messages 2000] [--rounds 3]
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import pLimit from "p-limit";
import { request } from "undici";
import { createBenchDatabase } from "@/bench/bench-database";
import { openBenchPerson } from "@/bench/bench-person";
import { measureInTurns, reportRatios } from "@/bench/report-ratio";
import type { Context } from "@/lib/core/context";
import { Secret } from "@/lib/core/secret";
import { withTransaction } from "@/lib/db/transaction";
import { JOBS } from "@/lib/queue/jobs";
import { killParts, startPart } from "@/lib/testing/start-part";
import { announce } from "@/lib/webhooks/announce";
import { createWebhook } from "@/lib/webhooks/create-webhook";
import { WEBHOOK_EVENTS } from "@/lib/webhooks/events-schema";
import { signMessage } from "@/lib/webhooks/sign-message";
import { openReceiver } from "@/lib/webhooks/testing/open-receiver";
import type { Receiver } from "@/lib/webhooks/testing/open-receiver";

const HOSTS = { MINTDESK_WEBHOOK_HOSTS: "127.0.0.1" };
/** As fast as WeChat lets codes be minted. */
const GOALS = { ratio: 60, perSecond: 5_000 / 60 };
const EVENT = { type: "code.minted", data: WEBHOOK_EVENTS["code.minted"].example } as const;

async function main(): Promise<boolean> {
  const serverUrl = process.env.TEST_DATABASE_URL;
  if (!serverUrl) throw new Error("Set TEST_DATABASE_URL to a PostgreSQL server's address.");
  const type = "string" as const;
  const { values } = parseArgs({
    options: { messages: { type, default: "2000" }, rounds: { type, default: "3" } },
  });
  const count = Number(values.messages);
  const database = await createBenchDatabase(serverUrl);
  const receiver = await openReceiver();
  const { runtime, operator } = await openBenchPerson(database.url, HOSTS);
  try {
    const admin: Context = { ...operator, actor: { kind: "job", id: null, name: "bench" } };
    const { secret } = await createWebhook(admin, {
      name: "bench",
      url: receiver.url,
      eventTypes: [EVENT.type],
      miniProgramId: null,
    });
    await startPart("worker", runtime.env, HOSTS);
    const timings = await measureInTurns(
      () => deliver(admin, receiver, count),
      () => post(receiver, new Secret(secret), count),
      Number(values.rounds),
    );
    const perSecond = (ms: number) => (count * 1_000) / ms;
    const own = perSecond(timings.measured.median);
    return reportRatios(`${count} messages to one receiver, ${atOnce()} at a time`, [
      {
        name: "announced and delivered : posted",
        ...timings,
        goal: GOALS.ratio,
        note: `${own.toFixed(0)} : ${perSecond(timings.reference.median).toFixed(0)} messages/s, >= ${GOALS.perSecond.toFixed(0)}`,
        missed: own < GOALS.perSecond,
      },
    ]);
  } finally {
    killParts();
    receiver.close();
    await runtime.close();
    await database.drop();
  }
}

const atOnce = () => JOBS["webhooks.deliver"].atOncePerGroup;

async function deliver(ctx: Context, { messages }: Receiver, count: number): Promise<void> {
  messages.length = 0;
  await withTransaction(ctx, (tctx) =>
    announce(
      tctx,
      Array.from({ length: count }, () => EVENT),
    ),
  );
  while (messages.length < count) await sleep(10);
}

async function post({ messages, url }: Receiver, secret: Secret, count: number): Promise<void> {
  messages.length = 0;
  const limit = pLimit(atOnce());
  const send = async () => {
    const body = JSON.stringify({ ...EVENT, timestamp: new Date().toISOString() });
    const headers = signMessage({ id: randomUUID(), body }, [secret], new Date());
    const answer = await request(url, { method: "POST", body, headers });
    await answer.body.dump();
  };
  await Promise.all(Array.from({ length: count }, () => limit(send)));
}

process.exitCode = (await main()) ? 0 : 1;
