import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/env";

const SECRET = randomBytes(32).toString("base64");
const parse = () => parseEnv({ PORT: "99999", MINTDESK_SECRET: "short", LOG_LEVEL: "loud" });

/** An environment with this mail server in it, parsed when called. */
const mail =
  (SMTP_URL: string, MINTDESK_MAIL_FROM = "") =>
  () =>
    parseEnv({
      DATABASE_URL: "postgresql://localhost/x",
      MINTDESK_SECRET: SECRET,
      SMTP_URL,
      MINTDESK_MAIL_FROM,
    });

describe("the environment", () => {
  it("lists every problem at once, by name", () => {
    expect(parse).toThrow(/DATABASE_URL/);
    expect(parse).toThrow(/PORT/);
    expect(parse).toThrow(/MINTDESK_SECRET.*32 bytes/);
    expect(parse).toThrow(/LOG_LEVEL/);
  });

  it.each([
    ["all alike", Buffer.alloc(32, 1)],
    ["a sentence", Buffer.from("mintdesk-secret-change-me-please")],
  ])("refuses a secret that is %s, and says how to get one", (_, bytes) => {
    const MINTDESK_SECRET = bytes.toString("base64");
    expect(() => parseEnv({ DATABASE_URL: "postgresql://localhost/x", MINTDESK_SECRET })).toThrow(
      /MINTDESK_SECRET: can be guessed.*openssl rand/,
    );
  });

  it("says which proxies are believed, and what may be said of them", () => {
    const shared = { DATABASE_URL: "postgresql://localhost/x", MINTDESK_SECRET: SECRET };
    const trust = (MINTDESK_TRUST_PROXY: string) => parseEnv({ ...shared, MINTDESK_TRUST_PROXY });
    expect(parseEnv(shared).MINTDESK_TRUST_PROXY.hops).toBe(0);
    expect(trust("on").MINTDESK_TRUST_PROXY.hops).toBe(1);
    expect(trust("10.0.0.0/8").MINTDESK_TRUST_PROXY.ranges).toHaveLength(1);
    expect(() => trust("yes")).toThrow(/MINTDESK_TRUST_PROXY: must be off, on, a number/);
  });

  it("takes an empty variable for an absent one", () => {
    const env = parseEnv({
      DATABASE_URL: "postgresql://localhost/x",
      MINTDESK_SECRET: SECRET,
      PORT: "",
      MINTDESK_URL: "https://desk.example.com/",
    });
    expect(env).toMatchObject({ PORT: 3000, publicUrl: "https://desk.example.com" });
  });

  it("says where the gate is, for the world and by itself", () => {
    const shared = {
      DATABASE_URL: "postgresql://localhost/x",
      MINTDESK_SECRET: SECRET,
    };
    expect(parseEnv({ ...shared, GATE_PORT: "4001" }).gateUrl).toBe("http://localhost:4001");
    const url = "https://scan.example.com/";
    expect(parseEnv({ ...shared, MINTDESK_GATE_URL: url }).gateUrl).toBe(
      "https://scan.example.com",
    );
  });

  it("takes a mail server by its address, and no other kind of one", () => {
    expect(mail("")().SMTP_URL).toBeUndefined();
    expect(mail("smtps://user:secret@mail.example.com:465")().SMTP_URL).toMatch(/^smtps/);
    expect(mail("https://mail.example.com")).toThrow(/SMTP_URL/);
    expect(mail("smtp://localhost", "码台 <desk@example.com>")).not.toThrow();
    expect(mail("smtp://localhost", "desk")).toThrow(/MINTDESK_MAIL_FROM/);
    expect(mail("smtp://localhost", "desk@example.com\r\nBcc: x@example.com")).toThrow(/MAIL_FROM/);
  });
});
