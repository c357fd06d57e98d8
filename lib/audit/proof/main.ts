/**
 * Checks the log: without a file the desk's own, by DATABASE_URL; with one a proof of a log room or an export for
 * checking, which needs no desk, database or network. --key: the key to believe, its file, itself or its id.
 */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { tellChain, tellFile } from "@/lib/audit/proof/tell-verdict";
import type { ToldVerdict } from "@/lib/audit/proof/tell-verdict";
import { verifyFile } from "@/lib/audit/proof/verify-file";

const USAGE = "Run for instance: npm run verify-audit -- proof.json --key <key id>";
const NOTHING_CHECKED = 2;

async function main(): Promise<ToldVerdict> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { key: { type: "string" } },
  });
  const [path, ...others] = positionals;
  if (others.length > 0) throw new Error(`Give one file to check. ${USAGE}`);
  if (path === undefined) {
    // A file needs no database client.
    const { verifyDesk } = await import("@/lib/audit/proof/verify-desk");
    return tellChain(await verifyDesk());
  }
  const key = values.key === undefined ? undefined : await readKey(values.key);
  return tellFile(await verifyFile(path, key), key !== undefined);
}

/** The key's file, or what was given. */
async function readKey(given: string): Promise<string> {
  if (/^[0-9a-fA-F]{16}$/.test(given.trim())) return given;
  return readFile(given, "utf8").catch(() => given);
}

try {
  const { lines, exitCode } = await main();
  process.stdout.write(`${lines.join("\n")}\n`);
  process.exitCode = exitCode;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = NOTHING_CHECKED;
}
