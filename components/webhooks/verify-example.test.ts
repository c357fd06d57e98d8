import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { VERIFY_EXAMPLE } from "@/components/webhooks/verify-example";

const secret = `whsec_${randomBytes(24).toString("base64")}`;
let receiver: ChildProcess;
let url: string;

beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}/`;
  receiver = spawn(process.execPath, ["--input-type=module", "--eval", VERIFY_EXAMPLE], {
    env: { ...process.env, PORT: String(port), MINTDESK_WEBHOOK_SECRET: secret },
    stdio: "ignore",
  });
  await vi.waitFor(() => fetch(url), { timeout: 20_000, interval: 200 });
});

afterAll(() => {
  receiver.kill();
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => {
    probe.listen(0, "127.0.0.1", resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** What the receiver answers a message signed with this secret. */
async function send(signedWith: string): Promise<number> {
  const id = randomUUID();
  const at = new Date();
  const body = JSON.stringify({ type: "code.minted", timestamp: at.toISOString(), data: {} });
  const answer = await fetch(url, {
    method: "POST",
    body,
    headers: {
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
      "webhook-signature": new Webhook(signedWith).sign(id, at, body),
    },
  });
  return answer.status;
}

describe("the receiver shown to developers", () => {
  it("runs as it stands and takes what is signed with the secret", async () => {
    expect(await send(secret)).toBe(204);
  });

  it("refuses what is signed with another", async () => {
    expect(await send(`whsec_${randomBytes(24).toString("base64")}`)).toBe(400);
  });
});
