import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { findFreePort } from "../postgres/choose-port";
import { checkPorts } from "./check-ports";
import { formatBlock } from "./format-block";
import { formatLine } from "./format-line";
import { listParts } from "./list-parts";
import { nextDelay } from "./next-delay";
import { readAccount } from "./read-account";
import { readConfig } from "./read-config";

describe("nextDelay", () => {
  it("doubles from half a second to thirty", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 60].map(nextDelay)).toEqual([
      500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
    ]);
  });
});

describe("formatLine", () => {
  it("shortens a structured line to level, message and error", () => {
    expect(formatLine('{"level":30,"time":1,"msg":"code minted"}')).toBe("info  code minted");
    expect(formatLine('{"level":50,"msg":"mint failed","err":{"message":"no route"}}')).toBe(
      "error mint failed – no route",
    );
  });

  it.each(["plain words", "{broken", '{"a":1}', "{}", ""])("leaves %j as it is", (line) => {
    expect(formatLine(line)).toBe(line);
  });
});

describe("formatBlock", () => {
  const summary = {
    address: "http://localhost:3000",
    gate: "http://localhost:3001",
    account: { email: "admin@mintdesk.local", password: "secret-words" },
    dataDir: "/srv/码台/data",
    database: "/srv/码台/data/postgres",
    sandbox: null,
  };

  it("shows the password of an account that was just made", () => {
    expect(formatBlock(summary)).toContain("secret-words   (shown this once)");
  });

  it("names the gate", () => {
    expect(formatBlock(summary)).toContain("Gate      http://localhost:3001");
  });

  it("shows no password line for an account made earlier", () => {
    expect(formatBlock({ ...summary, account: null })).not.toMatch(/Password/);
  });
});

describe("listParts", () => {
  it("starts the gate before the desk, so that it ends after it", () => {
    const config = readConfig({ NODE_ENV: "test" }, []);
    const names = listParts(config, { NODE_ENV: "test" }).map(({ name }) => name);
    expect(names).toEqual(["sandbox", "worker", "gate", "web"]);
  });
});

describe("readAccount", () => {
  it("reads the last line alone", () => {
    const made = { email: "a@b.c", password: "p" };
    expect(readAccount(["noise", JSON.stringify({ createdAdmin: made })])).toEqual(made);
    expect(readAccount(['{"createdAdmin":null}'])).toBeNull();
  });
});

describe("checkPorts", () => {
  it("names the port that is in use and the way out", async () => {
    const port = await findFreePort();
    const server = createServer().listen(port, "127.0.0.1");
    await once(server, "listening");
    try {
      await expect(checkPorts([{ port, setting: "PORT" }])).rejects.toMatchObject({
        message: `Port ${port} is in use.`,
        fix: expect.stringContaining(" npm start"),
      });
    } finally {
      server.close();
    }
  });

  it("refuses two parts on one port", async () => {
    const needed = [
      { port: 3000, setting: "PORT" },
      { port: 3000, setting: "SANDBOX_PORT" },
    ];
    await expect(checkPorts(needed)).rejects.toThrow("PORT and SANDBOX_PORT are both 3000.");
  });

  it("accepts free ports", async () => {
    await checkPorts([{ port: await findFreePort(), setting: "PORT" }]);
  });
});

describe("readConfig", () => {
  const NODE_ENV = "test";

  it("has defaults for everything", () => {
    expect(readConfig({ NODE_ENV }, [])).toMatchObject({
      isDev: false,
      port: 3000,
      gatePort: 3001,
      sandboxPort: 8901,
      address: "http://localhost:3000",
      gateAddress: "http://localhost:3001",
      databaseUrl: null,
    });
  });

  it("lists every problem at once", () => {
    const env = {
      NODE_ENV,
      PORT: "web",
      GATE_PORT: "0",
      SANDBOX_PORT: "70000",
      MINTDESK_SANDBOX: "maybe",
    } as const;
    expect(() => readConfig(env, ["--what"])).toThrow(
      expect.objectContaining({
        reason: expect.stringMatching(/PORT.*GATE_PORT.*SANDBOX_PORT.*MINTDESK_SANDBOX.*--what/),
      }),
    );
  });

  it("leaves the sandbox out when it is off", () => {
    expect(readConfig({ NODE_ENV, MINTDESK_SANDBOX: "off" }, []).sandboxPort).toBeNull();
  });
});
