import { open, readFile } from "node:fs/promises";
import { CsvError } from "csv-parse";
import { ZodError } from "zod";
import { NotAnExportError } from "@/lib/audit/proof/not-an-export-error";
import { openRecords } from "@/lib/audit/proof/open-records";
import { verifyBundle } from "@/lib/audit/proof/verify-bundle";
import type { BundleVerdict } from "@/lib/audit/proof/verify-bundle";
import { verifyExport } from "@/lib/audit/proof/verify-export";
import type { ExportVerdict } from "@/lib/audit/proof/verify-export";

export type FileVerdict =
  ({ kind: "proof" } & BundleVerdict) | ({ kind: "export" } & ExportVerdict);

/** Checks a proof of a log room or an export of the log, whichever the file is. Throws NotAnExportError. */
export async function verifyFile(path: string, key?: string): Promise<FileVerdict> {
  try {
    if (await isJson(path)) {
      const bundle: unknown = JSON.parse(await readFile(path, "utf8"));
      return { kind: "proof", ...verifyBundle(bundle, { key }) };
    }
    return { kind: "export", ...(await verifyExport(() => openRecords(path), { key })) };
  } catch (error) {
    const isOther = [ZodError, SyntaxError, CsvError].some((kind) => error instanceof kind);
    throw isOther ? new NotAnExportError() : error;
  }
}

async function isJson(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.subarray(0, bytesRead).toString("utf8").trimStart().startsWith("{");
  } finally {
    await file.close();
  }
}
