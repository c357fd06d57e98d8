import { mkdtemp, readdir, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openRowFile } from "@/lib/sheets/read/open-row-file";
import type { RowFile } from "@/lib/sheets/read/open-row-file";
import { openRowText } from "@/lib/sheets/read/open-row-text";
import { ReadChoice } from "@/lib/sheets/schema";

export interface ReadFile {
  form: RowFile["form"];
  rows: string[][];
}

/** Lets `work` have these bytes as a file whose name says nothing. */
export async function withFile<Result>(
  bytes: Uint8Array | string,
  work: (path: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), "rows-"));
  try {
    const file = path.join(folder, "rows");
    await writeFile(file, bytes);
    return await work(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** All records of a file of these bytes. */
export function readBytes(
  bytes: Uint8Array | string,
  choice: Partial<ReadChoice> = {},
): Promise<ReadFile> {
  return withFile(bytes, async (file) =>
    drain(await openRowFile(file, ReadChoice.parse({ ...choice }))),
  );
}

/** All records of a paste. */
export function readPaste(text: string, choice: Partial<ReadChoice> = {}): Promise<ReadFile> {
  return withFile(text, async (file) =>
    drain(await openRowText(file, ReadChoice.parse({ ...choice }))),
  );
}

/** Why bytes are refused; null when they are not. */
export async function refusal(bytes: Uint8Array | string, choice: Partial<ReadChoice> = {}) {
  try {
    await readBytes(bytes, choice);
    return null;
  } catch (error) {
    const { code, reason, values, field } = error as Record<string, unknown>;
    if (code !== "invalid_input" || field !== "rows") throw error;
    return { reason, values };
  }
}

/** All records of an opened file. */
export async function drain({ form, records }: RowFile): Promise<ReadFile> {
  const rows: string[][] = [];
  for await (const chunk of records) {
    if (chunk.length > 1_000) throw new Error("a chunk of more than 1,000 records");
    rows.push(...chunk);
  }
  return { form, rows };
}

/** How many files below the temporary folder this process has open. */
export async function openHandles(): Promise<number> {
  const links = await Promise.all(
    (await readdir("/proc/self/fd")).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => "")),
  );
  return links.filter((link) => link.includes(`${path.sep}rows-`)).length;
}
