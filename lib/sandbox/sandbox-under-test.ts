import { afterEach } from "vitest";
import sharp from "sharp";
import jsQR from "jsqr";

import { BUILT_IN_ACCOUNT } from "./account";
import type { CodeKind } from "./code-request";
import { CODE_ENDPOINTS, ENDPOINT_PATHS } from "./endpoints";
import { createSandbox, type Sandbox } from "./server";

export const APPID = BUILT_IN_ACCOUNT.appid;

const SECRET = BUILT_IN_ACCOUNT.secret;

export type Clock = { nowMs: number };

export type UnderTest = {
  sandbox: Sandbox;
  clock: Clock;
  /** A token that works. */
  token: string;
  post: (path: string, body: unknown) => Promise<Response>;
  mint: (kind: CodeKind, body: unknown, token?: string) => Promise<Response>;
  errcodeOf: (kind: CodeKind, body: unknown, token?: string) => Promise<number>;
  fetchPlain: () => Promise<TokenReply>;
  fetchStable: (extra?: object) => Promise<TokenReply>;
};

export type TokenReply = { access_token?: string; expires_in?: number; errcode?: number };

const running: Sandbox[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.close()));
});

/** Noon in China, 30 s into a minute: no window turns unless a test moves the clock. */
const NOON = Date.UTC(2026, 2, 10, 4, 0, 30);

/** A sandbox on a free port with a clock of its own, closed after the test. */
export async function startSandbox(random?: () => number): Promise<UnderTest> {
  const clock = { nowMs: NOON };
  const sandbox = await createSandbox({ now: () => clock.nowMs, ...(random && { random }) });
  running.push(sandbox);
  const post = (path: string, body: unknown) =>
    fetch(sandbox.url + path, {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  const grant = { grant_type: "client_credential", appid: APPID, secret: SECRET };
  const fetchStable = async (extra: object = {}) =>
    replyOf(await post(ENDPOINT_PATHS.stable_token, { ...grant, ...extra }));
  const fetchPlain = async () =>
    replyOf(await fetch(`${sandbox.url}${ENDPOINT_PATHS.token}?${new URLSearchParams(grant)}`));
  const { access_token: token = "" } = await fetchStable();
  const mint = (kind: CodeKind, body: unknown, used = token) =>
    post(`${ENDPOINT_PATHS[CODE_ENDPOINTS[kind]]}?access_token=${used}`, body);
  const errcodeOf = async (kind: CodeKind, body: unknown, used = token) =>
    errcodeIn(await mint(kind, body, used));
  return { sandbox, clock, token, post, mint, errcodeOf, fetchPlain, fetchStable };
}

async function replyOf(response: Response): Promise<TokenReply> {
  return JSON.parse(await response.text());
}

/** 0 for a picture. */
export async function errcodeIn(response: Response): Promise<number> {
  if (response.headers.get("content-type") === "image/jpeg") {
    await response.arrayBuffer();
    return 0;
  }
  return (await replyOf(response)).errcode ?? 0;
}

export type Pixels = {
  width: number;
  height: number;
  /** RGBA. */
  data: Uint8ClampedArray;
};

export async function pixelsOf(bytes: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(bytes)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}

/** What a scanner reads in a picture, or null. */
export function scan({ data, width, height }: Pixels): string | null {
  return jsQR(data, width, height, { inversionAttempts: "dontInvert" })?.data ?? null;
}
