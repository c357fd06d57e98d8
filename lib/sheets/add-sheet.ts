import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { withLongTransaction } from "@/lib/db/transaction";
import type { Prisma } from "@/lib/db/generated/client";
import { getSheet } from "@/lib/sheets/get-sheet";
import { insertRows } from "@/lib/sheets/insert-rows";
import { openRowFile } from "@/lib/sheets/read/open-row-file";
import { openRowText } from "@/lib/sheets/read/open-row-text";
import { readLines } from "@/lib/sheets/read/read-lines";
import { receiveUpload } from "@/lib/sheets/receive-upload";
import { AddSheetInput } from "@/lib/sheets/schema";
import type { SheetForm, SheetSource, SheetView } from "@/lib/sheets/schema";
import { serialRecords } from "@/lib/sheets/serial-records";
import { tableOf } from "@/lib/sheets/table-of";

interface Opened {
  form: Omit<SheetForm, "hasHeader"> | null;
  records: AsyncIterable<string[][]> | Iterable<string[][]>;
  headerChoice: boolean | null;
}

/**
 * Keeps rows somebody brings, read as a stream from the first to the last; all of them or none.
 * Throws `invalid_input` with the line at fault. Only the one who brought them can reach them.
 */
export async function addSheet(ctx: Context, input: AddSheetInput): Promise<SheetView> {
  authorize(ctx, "codes:mint");
  const parsed = AddSheetInput.parse(input);
  if (parsed.source === "serial") {
    const records = serialRecords(parsed.serial);
    return keep(ctx, parsed, { form: null, records, headerChoice: false });
  }
  if (parsed.source === "records") {
    const records = tableOf(parsed.records);
    // A table with a header, like a file, only that it has no name.
    const { replaces } = parsed;
    return keep(ctx, { source: "file", replaces }, { form: null, records, headerChoice: true });
  }
  return receiveUpload(ctx.runtime, parsed.body, async (path) =>
    keep(ctx, parsed, await open(path, parsed)),
  );
}

type Uploaded = Exclude<z.output<typeof AddSheetInput>, { source: "serial" | "records" }>;

async function open(path: string, input: Uploaded): Promise<Opened> {
  if (input.source === "lines") {
    return { form: null, records: readLines(path), headerChoice: false };
  }
  const { choice } = input;
  const opened = await (input.source === "paste"
    ? openRowText(path, choice)
    : openRowFile(path, choice));
  return { ...opened, headerChoice: choice.hasHeader };
}

async function keep(
  ctx: Context,
  input: { source: SheetSource; fileName?: string; replaces: string | null },
  { form, records, headerChoice }: Opened,
): Promise<SheetView> {
  const { source, fileName = null, replaces: replacedId } = input;
  const sheetId = uuidv7();
  const ownerId = ctx.actor.id;
  await withLongTransaction(ctx, async (tctx) => {
    if (replacedId) await tctx.tx.sheet.deleteMany({ where: { id: replacedId, ownerId } });
    const created = { id: sheetId, ownerId, source, fileName, createdAt: ctx.now() };
    await tctx.tx.sheet.create({ data: { ...created, columns: [], rowCount: 0, samples: [] } });
    const inserted = await insertRows(tctx, sheetId, records, headerChoice);
    const { columns, rowCount, samples, hasHeader } = inserted;
    // Only now, when all of it was read, is the form complete.
    const whole: SheetForm | undefined = form ? { ...form, hasHeader } : undefined;
    await tctx.tx.sheet.update({
      where: { id: sheetId },
      data: {
        columns,
        rowCount,
        samples,
        form: whole && (whole as object as Prisma.InputJsonObject),
      },
      select: { id: true },
    });
  });
  return getSheet(ctx, { sheetId });
}
