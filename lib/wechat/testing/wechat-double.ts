import { onTestFinished } from "vitest";
import type { CallRecord } from "../call-endpoint";
import { createWechatClient, type WechatClient, type WechatClientOptions } from "../client";
import { createMemoryTokenStore } from "../memory-token-store";
import { type Answer, sendJson, serve, type TestServer } from "./serve";

export const APP_ID = "wx0123456789abcdef";
export const SECRET = "s3cr3t/with+signs&0123456789";
export const TOKEN_PATH = "/cgi-bin/stable_token";

export interface Bench {
  server: TestServer;
  client: WechatClient;
  records: CallRecord[];
}

/** A clock that only moves when told. */
export function stillClock(start = Date.UTC(2026, 0, 1)) {
  let atMs = start;
  return {
    now: () => new Date(atMs),
    advance: (ms: number) => {
      atMs += ms;
    },
  };
}

/** Hands out TOKEN_1, TOKEN_2 …: a new one when forced, else the last one again. */
export function tokenAnswers(expiresIn = 7200): Answer {
  let issued = 0;
  return (response, request) => {
    const { force_refresh: forced } = JSON.parse(request.body);
    if (forced === true || issued === 0) issued += 1;
    sendJson(response, { access_token: `TOKEN_${issued}`, expires_in: expiresIn });
  };
}

/** A client against a server that answers token calls itself and leaves the rest to `answer`. */
export async function bench(
  answer: Answer,
  options: Partial<WechatClientOptions> & { tokens?: Answer } = {},
): Promise<Bench> {
  const { tokens = tokenAnswers(), ...rest } = options;
  const server = await serve((response, request) =>
    request.path === TOKEN_PATH ? tokens(response, request) : answer(response, request),
  );
  const records: CallRecord[] = [];
  const client = createWechatClient({
    baseUrl: server.baseUrl,
    appId: APP_ID,
    secret: () => SECRET,
    tokenStore: createMemoryTokenStore(),
    timeoutMs: 2_000,
    onCall: (record) => records.push(record),
    ...rest,
  });
  onTestFinished(() => client.close());
  return { server, client, records };
}

/** What a promise rejects with; fails the test when it does not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error("expected a rejection");
    },
    (error: unknown) => error,
  );
}
