import { expect, it } from "vitest";
import { sessionWords } from "@/lib/web/session-words";

const SESSION = {
  id: "0199a7a4-0000-7000-8000-000000000001",
  address: "192.0.2.7",
  createdAt: new Date("2026-01-01T00:00:00Z"),
  lastSeenAt: new Date("2026-01-01T00:00:00Z"),
  expiresAt: new Date("2026-01-02T00:00:00Z"),
  isThis: false,
};

it("tells a session by its browser and system", () => {
  const desktop = sessionWords({
    ...SESSION,
    userAgent:
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
  });
  expect(desktop).toMatchObject({ browser: "Chrome 131", system: "Windows 10", isPhone: false });
  const phone = sessionWords({
    ...SESSION,
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.54",
  });
  expect(phone).toMatchObject({ browser: "WeChat 8", system: "iOS 18.1", isPhone: true });
});

it("invents no browser where none was told", () => {
  expect(sessionWords({ ...SESSION, userAgent: "" })).toMatchObject({
    browser: null,
    system: null,
    isPhone: false,
  });
});
