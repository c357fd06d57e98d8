import { readBody } from "@/app/api/batches/read-body";
import { RowsInRequest } from "@/components/batches/new/rows-in-request";
import { authorize } from "@/lib/access/authorize";
import { parseLines } from "@/lib/batches/rows-in/parse-lines";
import { parsePastedRows } from "@/lib/batches/rows-in/parse-pasted-rows";
import { serialRows } from "@/lib/batches/rows-in/serial-rows";
import { defineRoute } from "@/lib/web/define-route";

/** Text or serial numbers as a table of rows, with what was guessed about it. */
export const POST = defineRoute(async (ctx, request) => {
  authorize(ctx, "codes:mint");
  const wanted = RowsInRequest.parse(await readBody(request));
  if (wanted.source === "serial") return Response.json(serialRows(wanted.serial));
  if (wanted.source === "lines") return Response.json(parseLines(wanted.text));
  const { text, delimiter, hasHeader } = wanted;
  return Response.json(
    parsePastedRows(text, {
      delimiter: delimiter ?? undefined,
      hasHeader: hasHeader ?? undefined,
    }),
  );
});
