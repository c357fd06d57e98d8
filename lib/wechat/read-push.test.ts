import { createHash } from "node:crypto";
import Encryptor from "node-easywechat/dist/Core/Encryptor.js";
import { describe, expect, it } from "vitest";
import { PushRefusedError } from "./push-refused-error";
import { type Push, readPush } from "./read-push";

const APP = "wxc0000000000000a1";
const TOKEN = "pushtoken";
const KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
const OTHER_KEY = "ZYXWVUTSRQPONMLKJIHGFEDCBAzyxwvutsrqponmlkj";
const AT = 1_773_115_230;
const NONCE = "12345";

const xml = (fields: Record<string, string | number>) =>
  `<xml>${Object.entries(fields)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join("")}</xml>`;
const head = { AppId: APP, CreateTime: AT };
const TICKET = xml({
  ...head,
  InfoType: "component_verify_ticket",
  ComponentVerifyTicket: "ticket@@@abc",
});

function signed(ciphertext: string) {
  const text = [TOKEN, String(AT), NONCE, ciphertext].toSorted().join("");
  return createHash("sha1").update(text).digest("hex");
}

/** A push as node-easywechat would make it. */
function push(message: string, { appId = APP, key = KEY } = {}): Push {
  const body = new Encryptor(appId, TOKEN, key, appId).encrypt(message, NONCE, AT);
  const query = { timestamp: String(AT), nonce: NONCE, msgSignature: signed(encryptIn(body)) };
  return { componentAppId: APP, token: TOKEN, encodingAesKeys: [KEY], query, body };
}

function encryptIn(body: string): string {
  return /<Encrypt>(.*?)<\/Encrypt>/.exec(body)?.[1] ?? "";
}

function withCiphertext(given: Push, ciphertext: string): Push {
  const query = { ...given.query, msgSignature: signed(ciphertext) };
  return { ...given, query, body: `<xml><Encrypt>${ciphertext}</Encrypt></xml>` };
}

function reasonOf(given: Push): string {
  try {
    readPush(given);
  } catch (error) {
    if (!(error instanceof PushRefusedError)) throw error;
    for (const secret of [TOKEN, KEY, "ticket@@@"]) expect(error.stack).not.toContain(secret);
    return error.reason;
  }
  return "read";
}

describe("the events", () => {
  const createdAt = new Date(AT * 1000);
  const consent = {
    AuthorizerAppid: "wx1",
    AuthorizationCode: "queryauthcode@@@c",
    AuthorizationCodeExpiredTime: AT + 600,
    PreAuthCode: "preauthcode@@@p",
  };
  const consented = {
    authorizerAppId: "wx1",
    authorizationCode: "queryauthcode@@@c",
    codeExpiresAt: new Date((AT + 600) * 1000),
    preAuthCode: "preauthcode@@@p",
    createdAt,
  };

  it.each([
    [TICKET, { kind: "ticket", ticket: "ticket@@@abc", createdAt }],
    [xml({ ...head, InfoType: "authorized", ...consent }), { kind: "authorized", ...consented }],
    [
      xml({ ...head, InfoType: "updateauthorized", ...consent, PreAuthCode: "" }),
      { kind: "updateauthorized", ...consented, preAuthCode: null },
    ],
    [
      xml({ ...head, InfoType: "unauthorized", AuthorizerAppid: "wx1" }),
      { kind: "unauthorized", authorizerAppId: "wx1", createdAt },
    ],
    [
      xml({ ...head, InfoType: "notify_third_fasteregister", info: "<name>x</name>" }),
      { kind: "other", infoType: "notify_third_fasteregister", createdAt },
    ],
    [TICKET.replaceAll("><", ">\n<"), { kind: "ticket", ticket: "ticket@@@abc", createdAt }],
  ])("read %s", (message, event) => {
    expect(readPush(push(message))).toEqual(event);
  });

  it.each([
    "",
    "words",
    "<xml></xml>",
    `<!DOCTYPE xml [<!ENTITY a "authorized">]>${TICKET}`,
    TICKET.replace(/<CreateTime>\d+/, "<CreateTime>soon"),
    TICKET.replace(/<ComponentVerifyTicket>.*<\/ComponentVerifyTicket>/, ""),
    xml({ ...head, InfoType: "unauthorized" }),
    xml({ ...head, InfoType: "authorized", ...consent, AuthorizationCode: "" }),
    "<xml><__proto__>1</__proto__></xml>",
  ])("are not made of %s", (message) => {
    expect(reasonOf(push(message))).toBe("malformed");
  });

  it("are not nested without end", () => {
    expect(reasonOf(push(`<xml>${"<a>".repeat(2000)}</xml>`))).toBe("malformed");
  });

  it("know nothing of entities of a document's own", () => {
    const message = TICKET.replace("ticket@@@abc", "&a;&lt;&amp;");
    expect(readPush(push(message))).toMatchObject({ ticket: "&a;<&" });
  });
});

describe("a push is refused", () => {
  it("when the signature is of another token, time, nonce or text", () => {
    const good = push(TICKET);
    const { query } = good;
    expect(reasonOf(good)).toBe("read");
    for (const change of [
      { ...good, token: "other" },
      { ...good, query: { ...query, timestamp: String(AT + 1) } },
      { ...good, query: { ...query, nonce: "0" } },
      { ...good, query: { ...query, msgSignature: "" } },
      { ...good, query: { ...query, msgSignature: "é".repeat(40) } },
      { ...good, body: push(TICKET).body },
    ]) {
      expect(reasonOf(change)).toBe("signature");
    }
  });

  it("when its key is another, but not when it is the previous one", () => {
    const other = push(TICKET, { key: OTHER_KEY });
    expect(reasonOf(other)).toBe("undecryptable");
    expect(reasonOf({ ...other, encodingAesKeys: [KEY, OTHER_KEY] })).toBe("read");
    expect(reasonOf({ ...other, encodingAesKeys: [] })).toBe("undecryptable");
    expect(reasonOf({ ...other, encodingAesKeys: ["short"] })).toBe("undecryptable");
  });

  it("when it is for another platform", () => {
    expect(reasonOf(push(TICKET, { appId: "wxother" }))).toBe("foreign_appid");
  });

  it("when it is cut off or damaged, though the signature fits", () => {
    const good = push(TICKET);
    const bytes = Buffer.from(encryptIn(good.body), "base64");
    const cuts = [16, 31, 32, bytes.length - 16, bytes.length - 1];
    for (const cut of cuts) {
      const rest = bytes.subarray(0, cut).toString("base64");
      expect(reasonOf(withCiphertext(good, rest))).not.toBe("read");
    }
    const last = Buffer.from(bytes);
    last[last.length - 33] = (last[last.length - 33] ?? 0) ^ 1;
    expect(reasonOf(withCiphertext(good, last.toString("base64")))).not.toBe("read");
  });

  it("when it is too large, or no push at all", () => {
    const good = push(TICKET);
    expect(reasonOf({ ...good, body: good.body + " ".repeat(65_536) })).toBe("too_large");
    expect(reasonOf({ ...good, body: "码".repeat(22_000) })).toBe("too_large");
    for (const body of ["", "{}", TICKET, "<xml><Encrypt></Encrypt></xml>"]) {
      expect(reasonOf({ ...good, body })).toBe("malformed");
    }
    const query = { ...good.query, encryptType: "raw" };
    expect(reasonOf({ ...good, query })).toBe("malformed");
  });
});
