import { describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/env";

const parse = () => parseEnv({ PORT: "99999", MINTDESK_SECRET: "short", LOG_LEVEL: "loud" });

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
});
