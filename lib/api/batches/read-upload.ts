import { z } from "zod";
import { BatchSettings } from "@/lib/api/batches/batch-settings";
import { faultWords } from "@/lib/api/fault-words";
import { ApiError } from "@/lib/api/problem";
import { SPOOLED_MOST_BYTES } from "@/lib/api/schema";
import { InvalidInputError } from "@/lib/core/errors";
import {
  Delimiter,
  Encoding,
  FILE_NAME_MAX_LENGTH,
  ReadChoice,
  SHEET_MAX_BYTES,
} from "@/lib/sheets/schema";
import { readBoundedBytes } from "@/lib/web/read-bounded-bytes";

const MIB = 1024 * 1024;

/** The parts of a form with a file, as the document shows them. */
export const UploadForm = z
  .object({
    file: z
      .string()
      .meta({ override: { format: "binary" } })
      .describe("A CSV or XLSX file, at most 20 MB and 100,000 rows."),
    batch: BatchSettings.describe("What is made of every row, as JSON."),
    encoding: Encoding.optional().describe("Of a CSV file; guessed when absent."),
    delimiter: Delimiter.optional().describe("Of a CSV file; guessed when absent."),
    hasHeader: z.enum(["true", "false"]).optional().describe("Guessed when absent."),
    worksheet: z.string().optional().describe("Name of the worksheet of an XLSX file."),
  })
  .meta({ id: "BatchUpload" });

const PARTS = Object.keys(UploadForm.shape);

export interface Upload {
  settings: z.output<typeof BatchSettings>;
  file: File;
  fileName: string;
  choice: ReadChoice;
}

/**
 * Reads a form with a file and the settings of a batch. Throws ZodError, InvalidInputError, and ApiError `too_large`
 * and `bad_request`.
 */
export async function readUpload(request: Request): Promise<Upload> {
  const form = await readForm(request);
  const unknown = [...form.keys()].find((name) => !PARTS.includes(name));
  if (unknown !== undefined) throw new InvalidInputError("fieldUnknown", unknown);
  const file = form.get("file");
  if (!(file instanceof File)) throw new InvalidInputError("filePartMissing", "file");
  if (file.size > SHEET_MAX_BYTES) throw tooLarge("fileLarge", SHEET_MAX_BYTES);
  const words = faultWords(request);
  const settings = BatchSettings.parse(await readSettings(form), words);
  const choice = ReadChoice.parse({ ...textsIn(form), hasHeader: headerIn(form) }, words);
  return { settings, file, fileName: file.name.slice(-FILE_NAME_MAX_LENGTH), choice };
}

async function readForm(request: Request): Promise<FormData> {
  const bytes = await readBoundedBytes(request, SPOOLED_MOST_BYTES);
  if (bytes === null) throw tooLarge("requestLarge", SPOOLED_MOST_BYTES);
  const headers = { "Content-Type": request.headers.get("content-type") ?? "" };
  try {
    return await new Response(new Uint8Array(bytes), { headers }).formData();
  } catch {
    throw new ApiError("bad_request", "formUnreadable");
  }
}

function tooLarge(reason: string, mostBytes: number): ApiError {
  return new ApiError("too_large", reason, { most: mostBytes / MIB });
}

async function readSettings(form: FormData): Promise<unknown> {
  const part = form.get("batch");
  if (part === null) throw new InvalidInputError("batchPartMissing", "batch");
  try {
    return JSON.parse(typeof part === "string" ? part : await part.text()) as unknown;
  } catch {
    throw new ApiError("bad_request", "bodyNotJson", {}, {}, "/batch");
  }
}

function textsIn(form: FormData): Record<string, FormDataEntryValue | null> {
  return Object.fromEntries(
    ["encoding", "delimiter", "worksheet"].map((name) => [name, form.get(name)]),
  );
}

/** Anything but these two is no choice the schema knows. */
function headerIn(form: FormData): unknown {
  const text = form.get("hasHeader");
  return text === "true" || text === "false" ? text === "true" : text;
}
