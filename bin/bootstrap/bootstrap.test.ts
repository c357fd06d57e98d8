import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkNode } from "./check-node.mjs";
import { isBuilt } from "./ensure-build.mjs";
import { explain } from "./ensure-install.mjs";
import { hashSources } from "./hash-sources.mjs";
import { isInstalled } from "./is-installed.mjs";
import { lacksOnlyForeign } from "./lacks-only-foreign.mjs";

let root = "";

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "码台 clone-"));
  await mkdir(join(root, "node_modules"));
});

afterEach(() => rm(root, { recursive: true, force: true }));

describe("hashSources", () => {
  it("changes with content, name and presence, and with nothing else", async () => {
    await mkdir(join(root, "lib"));
    await writeFile(join(root, "lib", "a.ts"), "one");
    const before = await hashSources(root, ["lib", "missing.ts"]);
    expect(await hashSources(root, ["lib", "missing.ts"])).toBe(before);
    await writeFile(join(root, "lib", "a.ts"), "two");
    const changed = await hashSources(root, ["lib", "missing.ts"]);
    await writeFile(join(root, "missing.ts"), "");
    const added = await hashSources(root, ["lib", "missing.ts"]);
    expect(new Set([before, changed, added]).size).toBe(3);
  });

  it("leaves out what is not counted", async () => {
    const before = await hashSources(root, ["."], isBuilt);
    await writeFile(join(root, "a.test.ts"), "");
    expect(await hashSources(root, ["."], isBuilt)).toBe(before);
  });
});

async function write(wanted: object, present: object): Promise<void> {
  const lock = { packages: { "": {}, ...wanted } };
  await writeFile(join(root, "package-lock.json"), JSON.stringify(lock));
  const record = join(root, "node_modules", ".package-lock.json");
  await writeFile(record, JSON.stringify({ packages: present }));
}

describe("isInstalled", () => {
  it("accepts what the lockfile says, without the optional packages of other systems", async () => {
    const pg = { "node_modules/pg": { version: "8.0.0" } };
    await write({ ...pg, "node_modules/for-mac": { version: "1.0.0", optional: true } }, pg);
    expect(await isInstalled(root)).toBe(true);
  });

  it("refuses another version, a missing package and one too many", async () => {
    const a = { "node_modules/a": { version: "1.0.0" } };
    const b = { "node_modules/b": { version: "1.0.0" } };
    const results = [];
    for (const present of [{ "node_modules/a": { version: "1.0.1" } }, {}, { ...a, ...b }]) {
      await write(a, present);
      results.push(await isInstalled(root));
    }
    expect(results).toEqual([false, false, false]);
  });

  it("refuses a folder npm never finished", async () => {
    expect(await isInstalled(root)).toBe(false);
  });
});

describe("explain", () => {
  it.each([
    ["npm error code ENOSPC", /disk is full/],
    ["npm error code EAI_AGAIN", /could not be reached/],
    ["npm error code EUSAGE", /do not agree/],
    ["npm error something else", /its output is above/],
  ])("finds the cause in %j", (output, cause) => {
    expect(explain(output).cause).toMatch(cause);
  });
});

describe("lacksOnlyForeign", () => {
  const lockfile = JSON.stringify({
    packages: { "node_modules/next": { optionalDependencies: { "@next/swc-mac": "1.0.0" } } },
  });

  it("accepts a lockfile without the binaries of other systems", () => {
    const output = "npm error Missing: @next/swc-mac@ from lock file\n";
    expect(lacksOnlyForeign(output, lockfile)).toBe(true);
  });

  it.each([
    "npm error Missing: @next/swc-mac@1.0.0 from lock file\nnpm error Missing: pg@8.0.0 from lock file",
    "npm error Missing: @next/swc-mac@ from lock file\nnpm error Invalid: lock file's a@1 does not satisfy a@2",
    "npm error code E404",
  ])("refuses a lockfile that is wrong in any other way", (output) => {
    expect(lacksOnlyForeign(output, lockfile)).toBe(false);
  });
});

describe("checkNode", () => {
  it.each(["20.9.0", "20.20.2", "22.0.0", "24.21.0"])("accepts %s", (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });

  it.each(["18.20.0", "20.8.1"])("refuses %s", (version) => {
    expect(() => checkNode(version)).toThrow("too old");
  });
});
