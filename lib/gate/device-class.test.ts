import { describe, expect, it } from "vitest";
import { deviceClass } from "@/lib/gate/device-class";
import { visitorOf } from "@/lib/gate/visitor";

const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 " +
  "MicroMessenger/8.0.50(0x18003237) NetType/WIFI Language/zh_CN";

describe("a device", () => {
  it.each([
    [IPHONE, "iPhone · WeChat 8.0.50"],
    [
      "Mozilla/5.0 (Linux; Android 14; 23127PN0CC) Chrome/116 MMWEBSDK/20240404 MicroMessenger/8.0.49.2600(0x28003133) WeChat/arm64",
      "Android · WeChat 8.0.49",
    ],
    [
      "Mozilla/5.0 (Phone; OpenHarmony 5.0) ArkWeb/4.1 HarmonyOS MicroMessenger/8.0.8",
      "HarmonyOS · WeChat 8.0.8",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 15_0) wechatdevtools/1.06.2 MicroMessenger/8.0.5",
      "DevTools · WeChat 8.0.5",
    ],
    ["Mozilla/5.0 (Windows NT 10.0) wxwork/4.1.22 MicroMessenger/7.0.1", "Windows · WeCom 4.1.22"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605", "Mac"],
    ["curl/8.0", null],
    ["", null],
  ])("%s is %s", (userAgent, device) => {
    expect(deviceClass(userAgent)).toBe(device);
  });

  it("is never longer than 60 characters, whatever a user agent claims", () => {
    const long = "9".repeat(400);
    const claims = `iPhone MicroMessenger/${long}.${long}.${long}`;
    expect((deviceClass(claims) ?? "").length).toBeLessThanOrEqual(60);
  });
});

describe("a visitor", () => {
  const secret = Buffer.alloc(32, 1).toString("base64");
  const other = Buffer.alloc(32, 2).toString("base64");

  it("is the same number for the same phone, another one for others and under another secret", () => {
    const visitor = visitorOf(secret, "192.0.2.7", IPHONE);
    expect(visitorOf(secret, "192.0.2.7", IPHONE)).toBe(visitor);
    expect(visitorOf(secret, "192.0.2.8", IPHONE)).not.toBe(visitor);
    expect(visitorOf(secret, "192.0.2.7", "")).not.toBe(visitor);
    expect(visitorOf(other, "192.0.2.7", IPHONE)).not.toBe(visitor);
    expect(BigInt.asIntN(64, visitor)).toBe(visitor);
  });
});
