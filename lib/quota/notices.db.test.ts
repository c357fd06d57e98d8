import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeLimit } from "@/lib/quota/change-limit";
import { listQuotaNotices } from "@/lib/quota/list-quota-notices";
import { mailNotices } from "@/lib/quota/mail-notices";
import { addMiniProgram, openQuotaDesk, reserve, settle, spend } from "@/lib/testing/quota-desk";
import type { QuotaDesk } from "@/lib/testing/quota-desk";
import { asPerson, contextFor } from "@/lib/testing/test-runtime";

interface Received {
  to: string[];
  source: string;
}

/** A mail server on this computer that keeps what it gets, or refuses everything. */
const mails: Received[] = [];
let isRefusing = false;
const server = new SMTPServer({
  disabledCommands: ["STARTTLS"],
  onAuth({ username, password }, _session, done) {
    if (username === "desk" && password === "geheim") done(null, { user: username });
    else done(new Error("who are you?"));
  },
  onData(stream, { envelope }, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      if (isRefusing) return done(new Error("try later"));
      const to = envelope.rcptTo.map(({ address }) => address);
      mails.push({ to, source: Buffer.concat(chunks).toString("utf8") });
      return done();
    });
  },
});

let desk: QuotaDesk;
let miniProgramId: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  desk = await openQuotaDesk({
    SMTP_URL: `smtp://desk:geheim@127.0.0.1:${port}`,
    MINTDESK_MAIL_FROM: "码台 <desk@example.com>",
    MINTDESK_URL: "https://desk.example.com",
  });
});
afterAll(async () => {
  await desk.close();
  await new Promise<void>((resolve) => server.close(resolve));
});
beforeEach(async () => {
  miniProgramId = await addMiniProgram(desk, 100);
});
afterEach(() => {
  mails.length = 0;
  isRefusing = false;
});

const levels = async () => {
  const notices = await desk.runtime.db.quotaNotice.findMany({
    where: { miniProgramId },
    orderBy: { level: "asc" },
  });
  return notices.map(({ level, mailedAt }) => (mailedAt ? `${level} mailed` : `${level}`));
};
const job = (now?: () => Date) =>
  contextFor(desk.runtime, { kind: "job", id: null, name: "quota.mail-notices" }, now);
const jobCount = async () => {
  const { rows } = await desk.runtime.pool.query<{ count: number }>(
    "SELECT count(*)::int FROM pgboss.job WHERE name = 'quota.mail-notices' AND data->>'miniProgramId' = $1",
    [miniProgramId],
  );
  return rows[0]?.count;
};
const reason = "微信确认过";

describe("a level", () => {
  it("is written once, when it is reached, and wants one mail for all reached at once", async () => {
    await spend(desk.operator, miniProgramId, 79);
    expect(await levels()).toEqual([]);
    await spend(desk.operator, miniProgramId, 12);
    expect(await levels()).toEqual(["80", "90"]);
    expect(await jobCount()).toBe(1);
    await Promise.all(Array.from({ length: 5 }, () => reserve(desk.operator, miniProgramId)));
    expect(await levels()).toEqual(["80", "90", "95"]);
    expect(await jobCount()).toBe(2);
  });

  it("does not come twice for one code back and forth, but does after a raise of the limit", async () => {
    await spend(desk.operator, miniProgramId, 79);
    for (let round = 0; round < 3; round += 1) {
      const codeId = await reserve(desk.operator, miniProgramId);
      await settle(desk.operator, { miniProgramId, codeId }, "release");
    }
    expect(await jobCount()).toBe(1);
    await changeLimit(desk.admin, { miniProgramId, limit: 1_000, reason });
    expect(await levels()).toEqual([]);
    await changeLimit(desk.admin, { miniProgramId, limit: 79, reason });
    expect(await levels()).toEqual(["80", "90", "95", "100"]);
    expect(await jobCount()).toBe(2);
  });

  it("is gone with the transaction that reached it", async () => {
    const undone = reserve(desk.operator, miniProgramId, { count: 100, campaignId: miniProgramId });
    await expect(undone).rejects.toThrow(/foreign key/i);
    expect(await levels()).toEqual([]);
    expect(await jobCount()).toBe(0);
  });

  it("stands in the desk as the highest one, for whoever may read", async () => {
    await spend(desk.operator, miniProgramId, 96);
    const mine = (await listQuotaNotices(desk.marketing)).filter(
      (notice) => notice.miniProgramId === miniProgramId,
    );
    expect(mine).toEqual([expect.objectContaining({ level: 95, used: 96, limit: 100 })]);
    await desk.runtime.db.miniProgram.update({
      where: { id: miniProgramId },
      data: { archivedAt: new Date() },
    });
    const ids = (await listQuotaNotices(desk.marketing)).map(({ miniProgramId }) => miniProgramId);
    expect(ids).not.toContain(miniProgramId);
  });
});

describe("the mail", () => {
  it("goes to every enabled admin, once, in both languages and without secrets", async () => {
    const second = await asPerson(desk.runtime, "admin");
    const disabled = await asPerson(desk.runtime, "admin");
    await desk.runtime.db.user.update({
      where: { id: disabled.actor.id ?? "" },
      data: { disabledAt: new Date() },
    });
    await spend(desk.operator, miniProgramId, 91);
    await mailNotices(job(), { miniProgramId });
    await mailNotices(job(), { miniProgramId });
    expect(mails).toHaveLength(1);
    const admins = await desk.runtime.db.user.findMany({
      where: { id: { in: [desk.admin.actor.id ?? "", second.actor.id ?? ""] } },
    });
    expect(mails[0]?.to.toSorted()).toEqual(admins.map(({ email }) => email).toSorted());
    const [head = "", body = ""] = mails[0]?.source.split("\r\n\r\n") ?? [];
    expect(head).toMatch(/Content-Type: text\/plain; charset=utf-8/i);
    expect(head).toMatch(/desk@example\.com/);
    const plain = Buffer.from(body, "base64").toString("utf8");
    expect(plain).toMatch(/已用到终身额度的 90%/);
    expect(plain).toMatch(/has used 90 % of its lifetime quota/);
    expect(plain).toContain("https://desk.example.com/quota");
    expect(plain + head).not.toMatch(/geheim/);
    expect(await levels()).toEqual(["80 mailed", "90 mailed"]);
    await desk.runtime.db.user.update({
      where: { id: second.actor.id ?? "" },
      data: { disabledAt: new Date() },
    });
  });

  it("is sent by one of two runs at once", async () => {
    await spend(desk.operator, miniProgramId, 80);
    await Promise.allSettled([1, 2, 3].map(() => mailNotices(job(), { miniProgramId })));
    expect(mails).toHaveLength(1);
    await mailNotices(job(), { miniProgramId });
    expect(mails).toHaveLength(1);
  });

  it("comes later when the server refuses it, or when a run dies", async () => {
    await spend(desk.operator, miniProgramId, 80);
    isRefusing = true;
    await expect(mailNotices(job(), { miniProgramId })).rejects.toThrow(/try later/);
    expect(await levels()).toEqual(["80"]);
    // As a run leaves it that died while it sent.
    await desk.runtime.db.quotaNotice.updateMany({
      where: { miniProgramId },
      data: { leasedUntil: new Date(Date.now() + 60_000) },
    });
    isRefusing = false;
    await expect(mailNotices(job(), { miniProgramId })).rejects.toThrow(/Another run/);
    expect(mails).toHaveLength(0);
    await mailNotices(
      job(() => new Date(Date.now() + 61_000)),
      { miniProgramId },
    );
    expect(mails).toHaveLength(1);
    expect(await levels()).toEqual(["80 mailed"]);
  });

  it("is a job's to send, and wanted by nobody without a mail server", async () => {
    await expect(mailNotices(desk.admin, { miniProgramId })).rejects.toMatchObject({
      code: "forbidden",
    });
    const { SMTP_URL: _url, ...env } = desk.runtime.env;
    const runtime = { ...desk.runtime, env };
    await spend({ ...desk.operator, runtime }, miniProgramId, 80);
    expect(await jobCount()).toBe(0);
    await mailNotices({ ...job(), runtime }, { miniProgramId });
    expect(mails).toHaveLength(0);
    expect(await levels()).toEqual(["80"]);
  });
});
