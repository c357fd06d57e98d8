import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { appendEntry } from "@/lib/audit/append-entry";
import { mailCheckpoint } from "@/lib/audit/mail-checkpoint";
import { makeCheckpoint } from "@/lib/audit/make-checkpoint";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import type { Runtime } from "@/lib/runtime";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";
import { SCHEDULES } from "@/lib/worker/schedules";

interface Received {
  to: string[];
  source: string;
}

const mails: Received[] = [];
const server = new SMTPServer({
  disabledCommands: ["STARTTLS", "AUTH"],
  onData(stream, { envelope }, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const to = envelope.rcptTo.map(({ address }) => address);
      mails.push({ to, source: Buffer.concat(chunks).toString("utf8") });
      done();
    });
  },
});

let runtime: Runtime;
let job: Context;
let admins: Context[];

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  runtime = await openTestRuntime({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  job = contextFor(runtime, { kind: "job", id: null, name: "audit.mail-checkpoint" });
  admins = [await asPerson(runtime, "admin"), await asPerson(runtime, "admin")];
  await asPerson(runtime, "operator");
  const gone = await asPerson(runtime, "admin");
  await update(gone, { disabledAt: new Date() });
  await update(admins[1], { locale: "en" });
});
afterAll(async () => {
  await runtime.close();
  await new Promise<void>((resolve) => server.close(resolve));
});
afterEach(() => {
  mails.length = 0;
});

async function update(ctx: Context | undefined, data: { locale?: string; disabledAt?: Date }) {
  await runtime.db.user.update({ where: { id: ctx?.actor.id ?? "" }, data });
}

async function addressOf(ctx: Context | undefined): Promise<string> {
  const user = await runtime.db.user.findUniqueOrThrow({ where: { id: ctx?.actor.id ?? "" } });
  return user.email;
}

const afterADay = () => new Date(Date.now() + 26 * 3_600_000);
const textOf = ({ source }: Received) =>
  Buffer.from(source.slice(source.indexOf("\r\n\r\n")), "base64").toString("utf8");

test("nothing is mailed before anything was signed", async () => {
  await mailCheckpoint(job);
  expect(mails).toEqual([]);
});

test("the newest checkpoint is mailed to all admins, each in their language", async () => {
  const target = { kind: "campaign", id: null, label: "春节" } as const;
  await withTransaction(admins[0] ?? job, (ctx) =>
    appendEntry(ctx, { action: "campaign.created", target, details: {} }),
  );
  await makeCheckpoint(job);
  await mailCheckpoint(job);
  const [undecided, english] = await Promise.all(admins.map(addressOf));
  expect(mails.map(({ to }) => to)).toEqual([[undecided], [english]]);
  const { headHash, signature, keyId } = await runtime.db.auditCheckpoint.findFirstOrThrow();
  for (const mail of mails) {
    for (const fact of [headHash, signature, keyId]) expect(textOf(mail)).toContain(fact);
  }
  const [both, one] = mails.map(textOf);
  expect(both).toContain("检查点");
  expect(both).toContain("The newest checkpoint");
  expect(one).not.toContain("检查点");
});

test("nothing is mailed again when nothing was signed since yesterday's mail", async () => {
  await mailCheckpoint({ ...job, now: afterADay });
  expect(mails).toEqual([]);
});

test("it is mailed by the clock, once a day however many workers there are", () => {
  const daily = SCHEDULES.filter(({ job }) => job === "audit.mail-checkpoint");
  expect(daily).toEqual([
    { job: "audit.mail-checkpoint", cron: expect.stringMatching(/^\d+ \d+ \* \* \*$/) },
  ]);
});

test("a person cannot have it mailed", async () => {
  const [admin] = admins;
  await expect(mailCheckpoint(admin ?? job)).rejects.toMatchObject({ code: "forbidden" });
});
