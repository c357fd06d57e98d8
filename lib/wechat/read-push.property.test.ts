import fc from "fast-check";
import Encryptor from "node-easywechat/dist/Core/Encryptor.js";
import { expect, it } from "vitest";
import { decryptPush } from "./decrypt-push";
import { readPush } from "./read-push";

const characters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"];
const letters = fc.constantFrom(...characters);
const aesKey = fc.string({ unit: letters, minLength: 43, maxLength: 43 });
const word = fc.string({ unit: letters, minLength: 1, maxLength: 32 });
const message = fc.string({ unit: "binary", maxLength: 400 });
// A parser may make one line end of both kinds.
const ticket = fc
  .string({ unit: "binary", minLength: 1, maxLength: 200 })
  .filter((text) => !/[\r]|\]\]>|<!DOCTYPE/i.test(text));
const timestamp = fc.integer({ min: 1, max: 4_000_000_000 });

const bytesOf = (key: string) => Buffer.from(`${key}=`, "base64");
const escapeXml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function valueIn(body: string, name: string): string {
  return new RegExp(`<${name}>(.*?)</${name}>`).exec(body)?.[1] ?? "";
}

it("opens whatever node-easywechat's own encryptor frames", () => {
  const claim = fc.property(aesKey, word, message, (key, appId, message) => {
    const body = new Encryptor(appId, "token", key, appId).encrypt(message, "nonce", 1);
    expect(decryptPush(key, valueIn(body, "Encrypt"))).toEqual({ message, appId });
  });
  fc.assert(claim, { numRuns: 300 });
});

it("reads any ticket that node-easywechat signs and encrypts, in CDATA or not", () => {
  const claim = fc.property(
    fc.record({ aesKey, appId: word, token: word, nonce: word, timestamp, ticket }),
    fc.boolean(),
    ({ aesKey, appId, token, nonce, timestamp, ticket }, hasCdata) => {
      const value = hasCdata ? `<![CDATA[${ticket}]]>` : escapeXml(ticket);
      const event =
        `<xml><CreateTime>${timestamp}</CreateTime><InfoType>component_verify_ticket</InfoType>` +
        `<ComponentVerifyTicket>${value}</ComponentVerifyTicket></xml>`;
      const body = new Encryptor(appId, token, aesKey, appId).encrypt(event, nonce, timestamp);
      const msgSignature = valueIn(body, "MsgSignature");
      const read = readPush({
        componentAppId: appId,
        token,
        encodingAesKeys: [aesKey],
        query: { timestamp: String(timestamp), nonce, msgSignature, encryptType: "aes" },
        body,
      });
      expect(read).toEqual({ kind: "ticket", ticket, createdAt: new Date(timestamp * 1000) });
    },
  );
  fc.assert(claim, { numRuns: 300 });
});

it("opens nothing with another key", () => {
  const claim = fc.property(aesKey, aesKey, message, (key, other, message) => {
    fc.pre(!bytesOf(key).equals(bytesOf(other)));
    const body = new Encryptor("wx1", "token", key, "wx1").encrypt(message, "nonce", 1);
    expect(decryptPush(other, valueIn(body, "Encrypt"))?.appId).not.toBe("wx1");
  });
  fc.assert(claim, { numRuns: 300 });
});
