import { answerOf } from "@/components/batches/new/post-json";
import type { ReadChoice, Serial, SheetSource, SheetView } from "@/lib/sheets/schema";
import type { ActionResult } from "@/lib/web/define-action";

/** Rows on their way to the server. */
export interface RowsRequest {
  source: SheetSource;
  /** A file goes out as it is, without being read here. */
  body: Blob | string;
  fileName?: string;
  choice?: ReadChoice;
  /** The sheet these rows take the place of. */
  replaces: string | null;
}

/** Has rows kept; a refusal is an answer, and only a broken connection throws. */
export async function sendRows(
  { source, body, fileName, choice, replaces }: RowsRequest,
  signal: AbortSignal,
): Promise<ActionResult<SheetView>> {
  const query = new URLSearchParams({ source });
  const said = { fileName, ...choice, replaces };
  for (const [name, value] of Object.entries(said)) {
    if (value !== null && value !== undefined) query.set(name, String(value));
  }
  try {
    const response = await fetch(`/api/batches/sheets?${query.toString()}`, {
      method: "POST",
      headers: { "Content-Type": CONTENT_TYPES[source] },
      body,
      signal,
    });
    return await answerOf<SheetView>(response);
  } catch (error) {
    if (body instanceof File && !signal.aborted && !(await isThere(body))) return FILE_CHANGED;
    throw error;
  }
}

const CONTENT_TYPES: Record<SheetSource, string> = {
  paste: "text/plain;charset=utf-8",
  lines: "text/plain;charset=utf-8",
  serial: "application/json",
  file: "application/octet-stream",
};

const FILE_CHANGED: ActionResult<SheetView> = {
  ok: false,
  error: { code: "invalid_input", reason: "fileChanged", values: {}, requestId: "" },
};

/** A browser refuses to read a file that was changed or moved since it was chosen. */
async function isThere(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

/** A sheet that was kept before, with its first rows. */
export async function findSheet(
  sheetId: string,
  signal: AbortSignal,
): Promise<ActionResult<SheetView>> {
  return answerOf<SheetView>(await fetch(`/api/batches/sheets/${sheetId}`, { signal }));
}

const or = (value: number, none: number) => (Number.isFinite(value) ? value : none);

/** A cleared number field is NaN, which JSON cannot carry: the server says what is wrong with these. */
export function serialBody({ prefix, start, step, padding, count }: Serial): string {
  return JSON.stringify({
    prefix,
    start: or(start, -1),
    step: or(step, 0),
    padding: or(padding, -1),
    count: or(count, 0),
  });
}
