import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  manifestOf,
  packOf,
  samplePictures,
  sha256Of,
  zipOf,
} from "@/lib/packs/verify/testing/sample-pack";

const run = promisify(execFile);
const pictures = samplePictures(30);
const HASH = sha256Of(manifestOf(pictures).bytes);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "mintdesk-verify-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function save(name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}

/** The program as `npm run verify-pack` starts it, in an environment with nothing in it. */
async function verify(...args: string[]): Promise<{ code: number; output: string }> {
  const command = ["--import", "tsx", "lib/packs/verify/main.ts", ...args];
  try {
    const { stdout } = await run(process.execPath, command, { env: { NODE_ENV: "test" } });
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

describe("npm run verify-pack", () => {
  it("says 0 to a whole pack, and more when it is given the desk's hash", async () => {
    const file = await save("whole.zip", await packOf(pictures));
    const alone = await verify(file);
    expect(alone).toMatchObject({ code: 0 });
    expect(alone.output).toContain("“春季物料” (0193-1)\nAll 30 files are as its manifest says.");
    expect(alone.output).toContain(`SHA-256 of the manifest: ${HASH}\nCompare it`);
    const held = await verify(file, "--hash", HASH.toUpperCase());
    expect(held).toMatchObject({ code: 0 });
    expect(held.output).toContain("It is the hash you gave");
  });

  it("says 1 to a pack that is another than the desk's", async () => {
    const file = await save("other.zip", await packOf(pictures));
    const { code, output } = await verify(file, "--hash", "0".repeat(64));
    expect(code).toBe(1);
    expect(output).toContain("The hashes differ");
  });

  it("says 1 to a pack that is not whole, and names 20 of the files", async () => {
    const odd = { path: "red\u001b[31m.png", bytes: Buffer.from("x") };
    const file = await save("less.zip", await zipOf([manifestOf(pictures), odd]));
    const { code, output } = await verify(file);
    expect(code).toBe(1);
    expect(output).toContain("30 files are missing:\n  上海/0.png\n");
    expect(output).toContain("  上海/19.png\n  … and 10 more\n");
    expect(output).toContain("1 file is not named in the manifest:\n  red�[31m.png\n");
  });

  it("checks any other file against the hash of the whole", async () => {
    const sheets = Buffer.from("%PDF-1.7 label sheets");
    const file = await save("labels.pdf", sheets);
    expect(await verify(file, "--hash", sha256Of(sheets))).toMatchObject({ code: 0 });
    expect(await verify(file, "--hash", HASH)).toMatchObject({ code: 1 });
    const alone = await verify(file);
    expect(alone.code).toBe(2);
    expect(alone.output).toContain("This is not a ZIP with a manifest.");
    expect(alone.output).toContain(`SHA-256 of the file: ${sha256Of(sheets)}`);
  });

  it("says 2 and what to do when there is nothing to check", async () => {
    expect((await verify()).output).toContain("Give one file to check.");
    expect((await verify("a.zip", "b.zip")).code).toBe(2);
    expect((await verify(path.join(folder, "none.zip"))).output).toContain("no such file");
    expect((await verify(folder)).code).toBe(2);
    const file = await save("again.zip", await packOf(pictures));
    const { code, output } = await verify(file, "--hash", "abc");
    expect(code).toBe(2);
    expect(output).toContain("A SHA-256 is 64");
  });
});
