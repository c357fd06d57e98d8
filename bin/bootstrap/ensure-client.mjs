import { existsSync } from "node:fs";
import { hashSources } from "./hash-sources.mjs";
import { inRoot, NODE, ROOT } from "./paths.mjs";
import { PlainError } from "./plain-error.mjs";
import { runQuietly } from "./run-quietly.mjs";
import { showStep } from "./show-step.mjs";
import { readStamp, writeStamp } from "./stamps.mjs";

const GENERATED = inRoot("lib", "db", "generated");
const STAMP = inRoot("node_modules", ".mintdesk-client");

/** Generates the Prisma client when it is missing or older than the schema. */
export async function ensureClient() {
  const wanted = await hashSources(ROOT, [
    "prisma/schema.prisma",
    "prisma.config.ts",
    "node_modules/prisma/package.json",
  ]);
  if (existsSync(GENERATED) && (await readStamp(STAMP)) === wanted) return;
  await showStep("Generating the database client", generate);
  await writeStamp(STAMP, wanted);
}

async function generate() {
  const script = inRoot("node_modules", "prisma", "build", "index.js");
  const { code, output } = await runQuietly(NODE, [script, "generate"], {
    env: { ...process.env, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  });
  if (code === 0) return;
  throw new PlainError("The database client could not be generated.", {
    cause: "prisma generate failed; its output is above.",
    fix: "mend prisma/schema.prisma, then start again.",
    output,
  });
}
