import { describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/env";

const parse = () => parseEnv({ PORT: "99999", MINTDESK_SECRET: "short", LOG_LEVEL: "loud" });

/** An environment with this mail server in it, parsed when called. */
const mail =
  (SMTP_URL: string, MINTDESK_MAIL_FROM = "") =>
  () =>
    parseEnv({
      DATABASE_URL: "postgresql://localhost/x",
      MINTDESK_SECRET: Buffer.alloc(32, 1).toString("base64"),
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

  it("takes an empty variable for an absent one", () => {
    const env = parseEnv({
      DATABASE_URL: "postgresql://localhost/x",
      MINTDESK_SECRET: Buffer.alloc(32, 1).toString("base64"),
      PORT: "",
      MINTDESK_URL: "https://desk.example.com/",
    });
    expect(env).toMatchObject({ PORT: 3000, publicUrl: "https://desk.example.com" });
  });

  it("says where the gate is, for the world and by itself", () => {
    const shared = {
      DATABASE_URL: "postgresql://localhost/x",
      MINTDESK_SECRET: Buffer.alloc(32, 1).toString("base64"),
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
