import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyPictureAnswer, classifyTokenAnswer } from "./classify-answer";
import { jpegBytes, pngBytes, progressiveJpegBytes } from "./testing/pictures";

const picture = (bytes: Uint8Array, httpStatus = 200) =>
  classifyPictureAnswer(Buffer.from(bytes), httpStatus);
const text = (body: string, httpStatus = 200) => picture(Buffer.from(body), httpStatus);
const token = (body: unknown) => classifyTokenAnswer(Buffer.from(JSON.stringify(body)), 200);
const pictures = [
  ["JPEG", jpegBytes],
  ["progressive JPEG", progressiveJpegBytes],
  ["PNG", pngBytes],
] as const;

describe("a picture", () => {
  it("is told by its bytes, with the extension that fits them", () => {
    expect(picture(jpegBytes)).toEqual({
      kind: "picture",
      mediaType: "image/jpeg",
      extension: "jpg",
    });
    expect(picture(progressiveJpegBytes).kind).toBe("picture");
    expect(picture(pngBytes)).toEqual({
      kind: "picture",
      mediaType: "image/png",
      extension: "png",
    });
  });

  it.each(pictures)("is never a %s that was cut, at whatever byte", (_name, bytes) => {
    for (let length = 0; length < bytes.length; length += 1) {
      expect(picture(bytes.subarray(0, length)).kind).toBe("unreadable");
    }
  });

  it("is never a JPEG cut at the end marker of its thumbnail", () => {
    const bytes = jpegBytes;
    const thumbnailEnd = Buffer.from([0xff, 0xd9]);
    const segment = Buffer.from([0xff, 0xe1, 0x00, 0x08, 1, 2, 0xff, 0xd9, 3, 4]);
    const withThumbnail = Buffer.concat([bytes.subarray(0, 2), segment, bytes.subarray(2)]);
    const cut = withThumbnail.subarray(0, withThumbnail.indexOf(thumbnailEnd) + 2);
    expect(picture(cut).kind).toBe("unreadable");
  });

  it.each(pictures)("is never a %s with bytes after it", (_name, bytes) => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (tail) => {
        expect(picture(Buffer.concat([bytes, tail])).kind).toBe("unreadable");
      }),
    );
  });

  it("is never random bytes, not even behind the right beginning", () => {
    const heads = [[], [0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]];
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), (head, tail) => {
        expect(picture(Uint8Array.from([...head, ...tail])).kind).not.toBe("picture");
      }),
      { numRuns: 2_000 },
    );
  });

  it("is never a PNG with one wrong bit", () => {
    fc.assert(
      fc.property(fc.nat(pngBytes.length - 1), fc.nat(7), (at, bit) => {
        const damaged = Buffer.from(pngBytes);
        damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
        expect(picture(damaged).kind).toBe("unreadable");
      }),
      { numRuns: 300 },
    );
  });
});

describe("an answer that is no picture", () => {
  it("is an error of the API when it is JSON with an errcode, whatever the status", () => {
    const body = '{"errcode":41030,"errmsg":"invalid page rid: 62bc0b4a-00000000-00000000"}';
    const error = {
      kind: "api_error",
      errcode: 41030,
      errmsg: "invalid page rid: 62bc0b4a-00000000-00000000",
    };
    expect(text(body)).toEqual(error);
    expect(text(`\uFEFF ${body}\n`)).toEqual(error);
    expect(text(body, 502)).toEqual(error);
    expect(text('{"errcode":-1}')).toEqual({ kind: "api_error", errcode: -1, errmsg: "" });
  });

  it.each([
    ["nothing", "", 200, "empty"],
    ["white space", " \n", 200, "empty"],
    ["a page of HTML", "\n<!DOCTYPE html><html>", 200, "html"],
    ["a gateway's page", "<html>502 Bad Gateway</html>", 502, "http_5xx"],
    ["a redirect", "<html>Moved</html>", 302, "http_3xx"],
    ["a firewall's page", "forbidden", 403, "http_4xx"],
    ["JSON with errcode 0", '{"errcode":0,"errmsg":"ok"}', 200, "not_a_picture"],
    ["JSON without errcode", '{"openlink":"x"}', 200, "not_a_picture"],
    ["an errcode in text", '{"errcode":"40001"}', 200, "not_a_picture"],
    ["JSON that breaks off", '{"errcode":400', 200, "truncated"],
    ["plain words", "system busy", 200, "not_a_picture"],
  ])("is unreadable: %s", (_what, body, httpStatus, why) => {
    expect(text(body, httpStatus)).toEqual({ kind: "unreadable", why });
  });

  it("is called truncated when it begins like a picture", () => {
    expect(picture(jpegBytes.subarray(0, 100))).toEqual({ kind: "unreadable", why: "truncated" });
    expect(picture(pngBytes.subarray(0, 60))).toEqual({ kind: "unreadable", why: "truncated" });
  });
});

describe("the answer to a token call", () => {
  it("is a token with the seconds it has left", () => {
    expect(token({ access_token: "T", expires_in: 345 })).toEqual({
      kind: "token",
      token: "T",
      expiresInSeconds: 345,
    });
  });

  it("is an error of the API when it carries an errcode", () => {
    expect(token({ errcode: 40125, errmsg: "invalid appsecret" }).kind).toBe("api_error");
  });

  it.each([
    {},
    { access_token: "" },
    { access_token: "T" },
    { access_token: "T", expires_in: "1" },
  ])("is unreadable when it is %j", (body) => {
    expect(token(body)).toEqual({ kind: "unreadable", why: "not_a_token" });
  });
});
