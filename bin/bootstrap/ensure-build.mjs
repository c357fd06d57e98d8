import { existsSync } from "node:fs";
import { hashSources } from "./hash-sources.mjs";
import { inRoot, NODE, ROOT } from "./paths.mjs";
import { PlainError } from "./plain-error.mjs";
import { runQuietly } from "./run-quietly.mjs";
import { showStep } from "./show-step.mjs";
import { readStamp, writeStamp } from "./stamps.mjs";

const STAMP = inRoot(".next", "mintdesk-sources");

const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "next.config.mjs",
  "next.config.ts",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "package.json",
  "package-lock.json",
  "tailwind.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
];

/** Builds the web part when the build is missing or was made from other sources. */
export async function ensureBuild() {
  const wanted = await hashSources(ROOT, SOURCES, isBuilt);
  if (existsSync(inRoot(".next", "BUILD_ID")) && (await readStamp(STAMP)) === wanted) return;
  await showStep("Building (about a minute)", build);
  await writeStamp(STAMP, wanted);
}

/**
 * Tests and the generated client (which follows the schema) do not change what is built.
 * @param {string} name relative to the clone
 */
export function isBuilt(name) {
  return (
    !/\.test\.tsx?$/.test(name) &&
    !name.startsWith("lib/db/generated/") &&
    !name.startsWith("lib/testing/")
  );
}

async function build() {
  const script = inRoot("node_modules", "next", "dist", "bin", "next");
  const { code, output } = await runQuietly(NODE, [script, "build"], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (code === 0) return;
  const isFull = /ENOSPC|No space left/.test(output);
  const isKilled = code === -1;
  throw new PlainError("The web part could not be built.", {
    cause: isFull
      ? "the disk is full."
      : isKilled
        ? "next build was killed, most often for want of memory."
        : "next build failed; its output is above.",
    fix: isFull
      ? "free about 1 GB, then start again."
      : isKilled
        ? "close other programs or give the machine 2 GB or more, then start again."
        : "mend what it names, then start again.",
    output,
  });
}
