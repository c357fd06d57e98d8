import fc from "fast-check";
import Encryptor from "node-easywechat/dist/Core/Encryptor.js";
import { expect, it } from "vitest";

import { encryptPush, signPush } from "./push-crypto";

const characters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"];
const aesKey = fc.string({
  unit: fc.constantFrom(...characters),
  minLength: 43,
  maxLength: 43,
});
const word = fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 32 });
const message = fc.string({ unit: "binary", maxLength: 400 });

it("frames and signs any message so that node-easywechat's own encryptor reads it", () => {
  const claim = fc.property(
    fc.record({ aesKey, appid: word, token: word, nonce: word, message }),
    ({ aesKey, appid, token, nonce, message }) => {
      const timestamp = 1_773_115_230;
      const encrypted = encryptPush(aesKey, appid, message);
      const signature = signPush(token, String(timestamp), nonce, encrypted);
      const reader = new Encryptor(appid, token, aesKey, appid);
      expect(reader.createSignature(token, timestamp, nonce, encrypted)).toBe(signature);
      expect(reader.decrypt(encrypted, signature, nonce, timestamp)).toBe(message);
    },
  );
  fc.assert(claim, { numRuns: 500 });
});

it("pads to 32 bytes, a whole block when the frame is full already", () => {
  for (let length = 0; length <= 64; length += 1) {
    const bytes = Buffer.from(encryptPush("A".repeat(43), "wx1", "x".repeat(length)), "base64");
    const plainBytes = 16 + 4 + length + 3;
    expect(bytes.length).toBe(plainBytes + (32 - (plainBytes % 32)));
  }
});

it("never frames one message twice alike", () => {
  const frames = Array.from({ length: 50 }, () => encryptPush("A".repeat(43), "wx1", "x"));
  expect(new Set(frames).size).toBe(50);
});
