import { randomBytes, randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditSigningKey, openAuditKey } from "@/lib/audit/audit-signing-key";
import { sealSecret } from "@/lib/core/secret-box";
import { Secret } from "@/lib/core/secret";
import { SEALED_COLUMNS } from "@/lib/db/sealed-columns";
import { withTransaction } from "@/lib/db/transaction";
import { parseEnv } from "@/lib/env";
import { openAppSecret, sealAppSecret } from "@/lib/mini-programs/app-secret";
import { sealRefreshToken } from "@/lib/mini-programs/refresh-token";
import {
  generateSigningKey,
  openSigningKey,
  sealSigningKey,
} from "@/lib/mini-programs/signing-key";
import { sealHeaderSecret } from "@/lib/mini-programs/token-server-secret";
import { sealTotp } from "@/lib/people/totp";
import { openPlatformSecret, sealPlatformSecret } from "@/lib/platforms/platform-secret";
import { openRuntime } from "@/lib/runtime";
import type { Runtime } from "@/lib/runtime";
import { cloneDatabase } from "@/lib/testing/template-database";
import type { TestDatabase } from "@/lib/testing/template-database";
import { createWebhook } from "@/lib/webhooks/create-webhook";
import { rotateWebhookSecret } from "@/lib/webhooks/rotate-webhook-secret";
import { openSigningSecrets } from "@/lib/webhooks/signing-secret";
import { jobContext } from "@/lib/worker/job-context";
import { resealDesk } from "./reseal-desk";

const draw = () => randomBytes(32).toString("base64");

let database: TestDatabase;
let oldSecret = "";
let newSecret = "";
beforeEach(async () => {
  database = await cloneDatabase();
  [oldSecret, newSecret] = [draw(), draw()];
});
afterEach(() => database.drop());

const envWith = (secret: string) =>
  parseEnv({
    NODE_ENV: "test",
    DATABASE_URL: database.url,
    MINTDESK_SECRET: secret,
    LOG_LEVEL: "fatal",
  });

/** Does something with the desk as it is under a secret, and leaves no connection behind. */
async function withDesk<Result>(
  secret: string,
  work: (runtime: Runtime) => Promise<Result>,
): Promise<Result> {
  const runtime = openRuntime(envWith(secret));
  try {
    return await work(runtime);
  } finally {
    await runtime.close();
  }
}

const key = new Secret("mks_a-key");

/** One row at least for every sealed column. */
async function fill(runtime: Runtime) {
  const [userId, id, platformId] = [randomUUID(), randomUUID(), randomUUID()];
  const { db, env } = runtime;
  await db.user.create({
    data: {
      id: userId,
      email: "lin@example.com",
      name: "林悦",
      role: "admin",
      totpCiphertext: sealTotp(runtime, userId, new Secret("JBSWY3DPEHPK3PXP")),
    },
  });
  await db.miniProgram.create({
    data: {
      id,
      name: "店铺",
      wechatAppId: "wx0123456789abcdef",
      secretCiphertext: sealAppSecret(runtime, id, "an-app-secret"),
      signingKeyCiphertext: sealSigningKey(env.MINTDESK_SECRET, id, key),
      signingKeyAt: new Date(),
    },
  });
  const seal = (name: Parameters<typeof sealPlatformSecret>[2]) =>
    sealPlatformSecret(runtime, platformId, name, `the ${name}`);
  await db.platform.create({
    data: {
      id: platformId,
      name: "服务商",
      componentAppId: "wxfedcba9876543210",
      secretCiphertext: seal("secret"),
      pushTokenCiphertext: seal("push_token"),
      encodingKeyCiphertext: seal("encoding_key"),
      previousKeyCiphertext: seal("previous_key"),
      ticketCiphertext: seal("ticket"),
    },
  });
  await db.tokenServer.create({
    data: {
      miniProgramId: id,
      url: "https://token.example.com",
      headerName: "X-Key",
      secretCiphertext: sealHeaderSecret(runtime, id, "a-header"),
      tokenPath: "token",
      expiryPath: "",
    },
  });
  await db.platformAuthorization.create({
    data: {
      miniProgramId: id,
      platformId,
      refreshTokenCiphertext: sealRefreshToken(runtime, id, "a-refresh-token"),
      codeHash: "0".repeat(64),
      authorizedAt: new Date(),
    },
  });
  await db.accessToken.create({
    data: {
      holderId: id,
      ciphertext: sealSecret(
        env.MINTDESK_SECRET,
        `access_tokens|token|${id}`,
        new Secret("a-token"),
      ),
    },
  });
  await withTransaction(jobContext(runtime, "test"), (tctx) => auditSigningKey(tctx));
  const { webhookId } = await createWebhook(jobContext(runtime, "test"), {
    name: "ERP",
    url: "https://erp.example.com/hooks",
    eventTypes: ["code.minted"],
    miniProgramId: null,
  });
  await rotateWebhookSecret(jobContext(runtime, "test"), { webhookId });
  return { miniProgramId: id, platformId, webhookId };
}

/** The secrets messages of a webhook are signed with. */
async function signs({ db, env }: Runtime, webhookId: string): Promise<string[]> {
  const webhook = await db.webhookEndpoint.findUniqueOrThrow({ where: { id: webhookId } });
  const secrets = openSigningSecrets(env.MINTDESK_SECRET, webhook, new Date());
  return secrets.map((secret) => secret.reveal());
}

/** What still says that it lies under this secret. */
async function envelopes({ db }: Runtime): Promise<string[]> {
  const all = await Promise.all(
    SEALED_COLUMNS.map(({ table, column }) =>
      db.$queryRawUnsafe<{ envelope: string }[]>(
        `SELECT ${column} AS envelope FROM ${table} WHERE ${column} IS NOT NULL`,
      ),
    ),
  );
  return all.flat().map(({ envelope }) => envelope);
}

describe("a change of the secret", () => {
  it("leaves nothing under the old one, and everything opens where it is used", async () => {
    const { miniProgramId, platformId, webhookId } = await withDesk(oldSecret, fill);
    const signedBefore = await withDesk(oldSecret, (runtime) => signs(runtime, webhookId));
    const before = await withDesk(oldSecret, envelopes);
    expect(before).toHaveLength(SEALED_COLUMNS.length);
    expect(await resealDesk(envWith(newSecret), oldSecret)).toBe(SEALED_COLUMNS.length);
    await withDesk(newSecret, async (runtime) => {
      expect(new Set([...before, ...(await envelopes(runtime))]).size).toBe(2 * before.length);
      const row = await runtime.db.miniProgram.findUniqueOrThrow({ where: { id: miniProgramId } });
      expect(openAppSecret(runtime, row).reveal()).toBe("an-app-secret");
      const signing = openSigningKey(newSecret, row.id, row.signingKeyCiphertext ?? "");
      expect(signing.reveal()).toBe("mks_a-key");
      const { ticketCiphertext } = await runtime.db.platform.findUniqueOrThrow({
        where: { id: platformId },
      });
      const ticket = openPlatformSecret(runtime, platformId, "ticket", ticketCiphertext ?? "");
      expect(ticket.reveal()).toBe("the ticket");
      expect(await signs(runtime, webhookId)).toEqual(signedBefore);
      const auditKey = await runtime.db.auditKey.findFirstOrThrow();
      expect(() => openAuditKey(newSecret, auditKey)).not.toThrow();
    });
  });

  it("is in the log with how many there were, and with none of them", async () => {
    await withDesk(oldSecret, fill);
    await resealDesk(envWith(newSecret), oldSecret);
    const entry = await withDesk(newSecret, ({ db }) =>
      db.auditEntry.findFirstOrThrow({ where: { action: "desk.secret_rotated" } }),
    );
    expect(entry.details).toEqual({ resealedCount: SEALED_COLUMNS.length });
    expect(entry.actorName).toBe("rotate-secret");
  });

  it("that is carried on seals what is left and nothing twice", async () => {
    await withDesk(oldSecret, fill);
    await resealDesk(envWith(newSecret), oldSecret);
    await withDesk(oldSecret, async (runtime) => {
      const { id } = await runtime.db.miniProgram.findFirstOrThrow();
      const secretCiphertext = sealAppSecret(runtime, id, "late");
      await runtime.db.miniProgram.update({ where: { id }, data: { secretCiphertext } });
    });
    expect(await resealDesk(envWith(newSecret), oldSecret)).toBe(1);
    expect(await resealDesk(envWith(newSecret), oldSecret)).toBe(0);
  });

  it("changes nothing at all when one row opens under neither secret, and names it", async () => {
    const { miniProgramId } = await withDesk(oldSecret, fill);
    const before = await withDesk(draw(), async (runtime) => {
      const signingKeyCiphertext = sealSigningKey(
        runtime.env.MINTDESK_SECRET,
        miniProgramId,
        generateSigningKey(),
      );
      await runtime.db.miniProgram.update({
        where: { id: miniProgramId },
        data: { signingKeyCiphertext },
      });
      return envelopes(runtime);
    });
    await expect(resealDesk(envWith(newSecret), oldSecret)).rejects.toThrow(
      `mini_programs.signing_key_ciphertext of ${miniProgramId}`,
    );
    expect((await withDesk(oldSecret, envelopes)).toSorted()).toEqual(before.toSorted());
  });

  it("waits for nobody: it refuses while a part of the desk is connected", async () => {
    await withDesk(oldSecret, async (runtime) => {
      await fill(runtime);
      const before = await envelopes(runtime);
      await expect(resealDesk(envWith(newSecret), oldSecret)).rejects.toThrow(
        "while the desk runs",
      );
      expect((await envelopes(runtime)).toSorted()).toEqual(before.toSorted());
    });
  });
});
