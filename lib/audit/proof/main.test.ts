import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXPORT_COLUMNS } from "@/lib/audit/proof/export-columns";
import { makeBundle } from "@/lib/audit/proof/make-bundle";
import { sampleChain, sampleFields, sampleKey } from "@/lib/audit/testing/sample-chain";
import { csvRow } from "@/lib/core/csv-row";

const MAIN = path.resolve("lib/audit/proof/main.ts");

const key = sampleKey();
const chain = sampleChain(Array.from({ length: 4 }, (_, place) => sampleFields(place + 1)));
const [, second, , last = second] = chain;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "mintdesk-audit-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  code: number;
  output: string;
}

/** As `npm run verify-audit -- …` runs it, with nothing in its environment. */
function verify(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const command = ["--import", "tsx", MAIN, ...args];
    execFile(
      process.execPath,
      command,
      { env: { NODE_ENV: "test", PATH: "" } },
      (error, stdout, stderr) => {
        resolve({ code: Number(error?.code ?? 0), output: stdout + stderr });
      },
    );
  });
}

async function save(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

function proof() {
  if (!second || !last) throw new Error("The chain is too short.");
  return makeBundle({
    entries: [{ fields: second.fields, salt: second.salt, shown: ["seq", "at", "action"] }],
    links: chain.map(({ fields, ...link }) => ({ seq: fields.seq, ...link })),
    checkpoints: [key.sign(last)],
    keys: [key],
  });
}

function exported(): string {
  const rows = chain.map(({ fields, ...stored }) => {
    const values: Record<string, unknown> = { ...fields, ...stored };
    return EXPORT_COLUMNS.map((column) => {
      const value = values[column] ?? "";
      return typeof value === "object" ? JSON.stringify(value) : String(value);
    });
  });
  const { seq, headHash, at, keyId, signature } = key.sign(
    last ?? { fields: sampleFields(1), hash: "" },
  );
  const seals = [
    [],
    ["checkpoint", seq, headHash, at, keyId, signature],
    ["key", key.id, key.publicKey],
  ];
  return [[...EXPORT_COLUMNS], ...rows, ...seals].map((cells) => csvRow(cells)).join("");
}

describe("the verifier", () => {
  it("says 0 to a proof that holds, and names the key to compare", async () => {
    const file = await save("proof.json", JSON.stringify(proof()));
    const { code, output } = await verify(file);
    expect(code).toBe(0);
    expect(output).toContain(
      "Nothing was changed: 1 entries, 1 of them under a signed checkpoint.",
    );
    expect(output).toContain(`key ${key.id}`);
    expect(output).toContain("Compare this key with the one the desk shows");
    expect((await verify(file, `--key=${key.id}`)).output).not.toContain("Compare this key");
    expect((await verify(file, `--key=${await save("key.pem", key.pem)}`)).code).toBe(0);
    expect((await verify(file, `--key=${sampleKey().id}`)).code).toBe(1);
  });

  it("says 0 to an export that holds and 1 to one that was changed", async () => {
    const text = exported();
    const whole = await verify(await save("log.csv", `\uFEFF${text}`));
    expect(whole).toMatchObject({ code: 0 });
    expect(whole.output).toContain("Nothing was changed: 4 entries, 4 of them");
    const { code, output } = await verify(await save("forged.csv", text.replace("春节 2", "元宵")));
    expect(code).toBe(1);
    expect(output).toContain("Entry 2: it was changed.");
  });

  it("says 1 to a proof that was changed", async () => {
    const forged = JSON.stringify(proof()).replace("campaign.created", "campaign.archived");
    const { code, output } = await verify(await save("forged.json", forged));
    expect(code).toBe(1);
    expect(output).toContain("Entry 2: it was changed.");
  });

  it("says 2 and what to give when there is nothing to check", async () => {
    for (const text of ["a,b\r\n1,2\r\n", "{", "PK\u0003\u0004"]) {
      const { code, output } = await verify(await save("other", text));
      expect(code, text).toBe(2);
      expect(output, text).toContain("This file cannot be checked.");
    }
    expect((await verify(path.join(folder, "none"))).output).toContain("no such file");
    expect((await verify("a", "b")).output).toContain("Give one file to check.");
    expect((await verify()).output).toContain("DATABASE_URL");
  });
});
