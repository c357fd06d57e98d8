import { expect, it } from "vitest";
import { findRefusedIp, findRid } from "./parse-errmsg";

it("finds the rid at the end of an errmsg", () => {
  const errmsg = "invalid page rid: 62bc0b4a-1a2b3c4d-5e6f7a8b";
  expect(findRid(errmsg)).toBe("62bc0b4a-1a2b3c4d-5e6f7a8b");
  expect(findRid("access_token expired hint: [abcdef01]")).toBeNull();
});

it("finds the address that was not let in", () => {
  const whitelist =
    "invalid ip 218.201.223.163 ipv6 ::ffff:218.201.223.163, not in whitelist rid: 62bc0b4a-1a2b3c4d-5e6f7a8b";
  expect(findRefusedIp(whitelist)).toBe("218.201.223.163");
  const component =
    "access clientip is not registered requestIP: 14.145.194.154 rid: 645b0939-1a2b3c4d-5e6f7a8b";
  expect(findRefusedIp(component)).toBe("14.145.194.154");
  expect(findRefusedIp("invalid ip 2408:4002::1, not in whitelist")).toBe("2408:4002::1");
  expect(findRefusedIp("invalid page")).toBeNull();
});
