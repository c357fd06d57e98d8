import { join, resolve } from "node:path";
import { inRoot } from "../bootstrap/paths.mjs";
import { PlainError } from "../bootstrap/plain-error.mjs";

/** What the supervisor itself has to know; everything else is passed on to the parts. */
export type Config = {
  isDev: boolean;
  port: number;
  gatePort: number;
  /** Null when the sandbox is off. */
  sandboxPort: number | null;
  /** Public address of the desk. */
  address: string;
  /** Public address of the gate. */
  gateAddress: string;
  dataDir: string;
  /** Null for the embedded database. */
  databaseUrl: string | null;
};

const DEFAULT_PORT = 3000;
const DEFAULT_GATE_PORT = 3001;
const DEFAULT_SANDBOX_PORT = 8901;

/** Reads the supervisor's settings; lists every problem at once. */
export function readConfig(env: NodeJS.ProcessEnv, args: string[]): Config {
  const problems: string[] = [];
  const port = readPort(env, "PORT", DEFAULT_PORT, problems);
  const gatePort = readPort(env, "GATE_PORT", DEFAULT_GATE_PORT, problems);
  const sandboxPort = readPort(env, "SANDBOX_PORT", DEFAULT_SANDBOX_PORT, problems);
  const sandbox = env.MINTDESK_SANDBOX || "on";
  if (sandbox !== "on" && sandbox !== "off") {
    problems.push(`MINTDESK_SANDBOX is "${sandbox}", not on or off`);
  }
  const unknown = args.filter((arg) => arg !== "--dev");
  if (unknown.length > 0) problems.push(`unknown argument ${unknown.join(" ")}`);
  if (problems.length > 0) {
    throw new PlainError("Mintdesk cannot start with these settings.", {
      cause: `${problems.join("; ")}.`,
      fix: "correct or unset them, then start again.",
    });
  }
  return {
    isDev: args.includes("--dev"),
    port,
    gatePort,
    sandboxPort: sandbox === "on" ? sandboxPort : null,
    address: publicAddress(env.MINTDESK_URL, port),
    gateAddress: publicAddress(env.MINTDESK_GATE_URL, gatePort),
    dataDir: env.MINTDESK_DATA_DIR ? resolve(env.MINTDESK_DATA_DIR) : join(inRoot(), "data"),
    databaseUrl: env.DATABASE_URL || null,
  };
}

function publicAddress(setting: string | undefined, port: number): string {
  return (setting || `http://localhost:${port}`).replace(/\/+$/, "");
}

function readPort(
  env: NodeJS.ProcessEnv,
  setting: string,
  fallback: number,
  problems: string[],
): number {
  const text = env[setting];
  if (!text) return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    problems.push(`${setting} is "${text}", not a port from 1 to 65535`);
  }
  return port;
}
