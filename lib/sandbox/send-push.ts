import { randomInt } from "node:crypto";
import { z } from "zod";

import { encryptPush, signPush } from "./push-crypto";

/** This machine, as a URL names it. */
export const LOOPBACK_HOST = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/;

/** Pushes leave for this machine only. */
export const LoopbackUrl = z.url({
  protocol: /^https?$/,
  hostname: LOOPBACK_HOST,
});

export type PushSender = {
  appid: string;
  token: string;
  encodingAesKey: string;
  hasCdata: boolean;
};

/** What the receiver said; `status` is null when it could not be reached or took over 5 s. */
export type PushOutcome = { status: number | null; body: string; isAccepted: boolean };

const TIMEOUT_MS = 5_000;
const MAX_BODY_CHARACTERS = 1_000;

/**
 * Sends one encrypted event as WeChat does (section 5, "Ticket push"): query timestamp, nonce,
 * encrypt_type, msg_signature and signature, XML body with AppId and Encrypt. The receiver has to
 * answer plain `success` within 5 s. Never rejects.
 */
export async function sendPush(
  sender: PushSender,
  url: string,
  fields: Readonly<Record<string, string | number>>,
  nowMs: number,
): Promise<PushOutcome> {
  const encrypted = encryptPush(
    sender.encodingAesKey,
    sender.appid,
    toXml(fields, sender.hasCdata),
  );
  const timestamp = String(Math.floor(nowMs / 1000));
  const nonce = String(randomInt(1_000_000_000));
  const target = new URL(url);
  const query = {
    signature: signPush(sender.token, timestamp, nonce),
    timestamp,
    nonce,
    encrypt_type: "aes",
    msg_signature: signPush(sender.token, timestamp, nonce, encrypted),
  };
  for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
  const body = toXml({ AppId: sender.appid, Encrypt: encrypted }, sender.hasCdata);
  try {
    const response = await fetch(target, {
      method: "POST",
      headers: { "Content-Type": "text/xml" },
      body,
      // A redirect could lead off this machine.
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = (await response.text()).slice(0, MAX_BODY_CHARACTERS);
    return { status: response.status, body: text, isAccepted: text.trim() === "success" };
  } catch (error) {
    return { status: null, body: String(error), isAccepted: false };
  }
}

/** Every value here is made of harmless characters; numbers never stand in CDATA. */
function toXml(fields: Readonly<Record<string, string | number>>, hasCdata: boolean): string {
  const elements = Object.entries(fields).map(([name, value]) => {
    const text = hasCdata && typeof value === "string" ? `<![CDATA[${value}]]>` : value;
    return `<${name}>${text}</${name}>`;
  });
  return `<xml>${elements.join("")}</xml>`;
}
