import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFileStore } from "@/lib/storage/file-store";
import { describeObjectStore } from "@/lib/storage/object-store.contract";
import { INCOMING_FOLDER } from "@/lib/storage/put-durably";
import { removeAbandonedFiles } from "@/lib/storage/remove-abandoned-files";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "mintdesk store 码台-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe("the file store", () => {
  describeObjectStore(() => createFileStore(root));

  it("leaves no temporary file behind, neither after success nor after failure", async () => {
    const store = createFileStore(root);
    await store.put("pictures/ab/abc", Buffer.from("whole"));
    // A folder stands where the file should go, so the rename must fail.
    await mkdir(path.join(root, "pictures/cd/cde/x"), { recursive: true });
    await expect(store.put("pictures/cd/cde", Buffer.from("x"))).rejects.toMatchObject({
      code: "storage_unavailable",
    });
    expect(await readdir(path.join(root, INCOMING_FOLDER))).toEqual([]);
  });

  it("removes what a crash left half-written, once it is old enough", async () => {
    const incoming = path.join(root, INCOMING_FOLDER);
    await mkdir(incoming);
    await writeFile(path.join(incoming, "old"), "half");
    await writeFile(path.join(incoming, "fresh"), "half");
    const twoHoursAgo = new Date(Date.now() - 2 * 3_600_000);
    await utimes(path.join(incoming, "old"), twoHoursAgo, twoHoursAgo);
    expect(await removeAbandonedFiles(root, new Date())).toBe(1);
    expect(await readdir(incoming)).toEqual(["fresh"]);
  });
});
