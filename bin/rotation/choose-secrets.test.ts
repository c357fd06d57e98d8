import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { partEnv } from "../supervisor/part-env";
import { readConfig } from "../supervisor/read-config";
import { chooseSecrets } from "./choose-secrets";

const draw = () => randomBytes(32).toString("base64");

let dataDir = "";
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "mintdesk-secret-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const read = async (name: string) => (await readFile(join(dataDir, name), "utf8")).trim();

describe("a change of the kept secret", () => {
  it("draws a new one, keeps it for its owner only, and lets it take the old one's place at the end", async () => {
    const oldSecret = draw();
    await writeFile(join(dataDir, "secret"), `${oldSecret}\n`);
    const change = await chooseSecrets({}, dataDir);
    expect(change.oldSecret).toBe(oldSecret);
    expect(Buffer.from(change.newSecret, "base64")).toHaveLength(32);
    expect(await read("secret")).toBe(oldSecret);
    await change.finish();
    expect(await read("secret")).toBe(change.newSecret);
    expect((await stat(join(dataDir, "secret"))).mode & 0o777).toBe(0o600);
    expect(await readdir(dataDir)).toEqual(["secret"]);
  });

  it("that broke off is carried on with the same new secret, and nothing starts before", async () => {
    await writeFile(join(dataDir, "secret"), draw());
    const first = await chooseSecrets({}, dataDir);
    const env = { NODE_ENV: "test" as const, MINTDESK_DATA_DIR: dataDir };
    const config = readConfig(env, []);
    await expect(partEnv(env, config, dataDir, "")).rejects.toThrow(
      "A change of the secret broke off",
    );
    await expect(chooseSecrets({ MINTDESK_NEW_SECRET: draw() }, dataDir)).rejects.toThrow(
      "An earlier change",
    );
    const again = await chooseSecrets({}, dataDir);
    expect(again.newSecret).toBe(first.newSecret);
    await again.finish();
    const { MINTDESK_SECRET } = await partEnv(env, config, dataDir, "");
    expect(MINTDESK_SECRET).toBe(first.newSecret);
  });

  it("has to have an old one", async () => {
    await expect(chooseSecrets({}, dataDir)).rejects.toThrow("no secret to change");
  });
});

describe("a change of the secret in the environment", () => {
  it("takes the one that is given, keeps no file, and says what to set", async () => {
    const [MINTDESK_SECRET, MINTDESK_NEW_SECRET] = [draw(), draw()];
    const change = await chooseSecrets({ MINTDESK_SECRET, MINTDESK_NEW_SECRET }, dataDir);
    expect(change).toMatchObject({ oldSecret: MINTDESK_SECRET, newSecret: MINTDESK_NEW_SECRET });
    expect(await change.finish()).toMatch("Set MINTDESK_SECRET");
    expect(await readdir(dataDir)).toEqual([]);
  });

  it("draws none itself: nobody would know it", async () => {
    await expect(chooseSecrets({ MINTDESK_SECRET: draw() }, dataDir)).rejects.toThrow(
      "There is no new secret",
    );
  });

  it.each(["short", Buffer.alloc(32, 7).toString("base64"), "the one in use"])(
    "refuses %j",
    async (given) => {
      const MINTDESK_SECRET = draw();
      const MINTDESK_NEW_SECRET = given === "the one in use" ? MINTDESK_SECRET : given;
      await expect(
        chooseSecrets({ MINTDESK_SECRET, MINTDESK_NEW_SECRET }, dataDir),
      ).rejects.toThrow("cannot be the new secret");
    },
  );
});
