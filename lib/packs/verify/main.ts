/** Checks a pack that was downloaded: file, and with --hash the hash the desk shows. Needs no desk, database or network. */
import { parseArgs } from "node:util";
import { checkPack } from "@/lib/packs/verify/check-pack";
import { openFile } from "@/lib/packs/verify/open-file";
import { tellCheck } from "@/lib/packs/verify/tell-check";

const USAGE = "Run for instance: npm run verify-pack -- spring.zip --hash <SHA-256>";
const NOTHING_CHECKED = 2;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { hash: { type: "string" } },
  });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) {
    throw new Error(`Give one file to check. ${USAGE}`);
  }
  const expected = values.hash?.trim().toLowerCase() ?? null;
  if (expected !== null && !/^[0-9a-f]{64}$/.test(expected)) {
    throw new Error(`A SHA-256 is 64 of the letters 0-9 and a-f. ${USAGE}`);
  }
  const file = await openFile(path);
  try {
    const check = await checkPack(file, { onRead: () => undefined });
    const { lines, exitCode } = tellCheck(check, expected);
    process.stdout.write(`${lines.join("\n")}\n`);
    return exitCode;
  } finally {
    await file.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = NOTHING_CHECKED;
}
