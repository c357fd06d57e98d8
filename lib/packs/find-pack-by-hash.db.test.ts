import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/core/context";
import { findPackByHash } from "@/lib/packs/find-pack-by-hash";
import type { Runtime } from "@/lib/runtime";
import { addReadyPack } from "@/lib/testing/add-ready-pack";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";

let runtime: Runtime;
let marketing: Context;
beforeAll(async () => {
  runtime = await openTestRuntime();
  marketing = await asPerson(runtime, "marketing");
});
afterAll(() => runtime.close());

const hashOf = async (id: string) =>
  (await runtime.db.pack.findUniqueOrThrow({ where: { id } })).sha256 ?? "";

describe("a pack looked up by its hash", () => {
  it("is told with who made it when, however the hash was typed", async () => {
    const id = await addReadyPack(runtime, { name: "春节桌贴" });
    const sha256 = ` ${(await hashOf(id)).toUpperCase()}\n`;
    expect(await findPackByHash(marketing, { sha256 })).toEqual({
      id,
      name: "春节桌贴",
      form: "pictures",
      status: "ready",
      createdBy: "林悦",
      createdAt: expect.any(Date),
    });
  });

  it("is still known when its file is gone", async () => {
    const id = await addReadyPack(runtime);
    const sha256 = await hashOf(id);
    await runtime.db.pack.update({ where: { id }, data: { status: "removed" } });
    expect(await findPackByHash(marketing, { sha256 })).toMatchObject({ id, status: "removed" });
  });

  it("is the latest of several with the same file", async () => {
    const first = await addReadyPack(runtime);
    const second = await addReadyPack(runtime);
    const sha256 = await hashOf(first);
    await runtime.db.pack.update({ where: { id: second }, data: { sha256 } });
    expect(await findPackByHash(marketing, { sha256 })).toMatchObject({ id: second });
  });

  it("is null for a hash the desk never recorded", async () => {
    const sha256 = randomBytes(32).toString("hex");
    expect(await findPackByHash(marketing, { sha256 })).toBeNull();
  });

  it("refuses what is no hash, and whoever is not signed in", async () => {
    await expect(findPackByHash(marketing, { sha256: "abc" })).rejects.toThrow("packHashInvalid");
    const anonymous = contextFor(runtime, { kind: "anonymous", id: null, name: "" });
    const sha256 = "0".repeat(64);
    await expect(findPackByHash(anonymous, { sha256 })).rejects.toMatchObject({
      code: "not_signed_in",
    });
  });
});
