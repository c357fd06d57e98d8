import { readBody } from "@/app/api/batches/read-body";
import { authorize } from "@/lib/access/authorize";
import { addSheet } from "@/lib/sheets/add-sheet";
import type { AddSheetInput } from "@/lib/sheets/schema";
import { defineRoute } from "@/lib/web/define-route";

/**
 * Keeps rows somebody brings: the body is the text or the file itself (`?source=paste|lines|file`), or the
 * settings of serial numbers in JSON (`?source=serial`). Choices left out of the address are guessed.
 */
export const POST = defineRoute(async (ctx, request) => {
  // Before the body is read, so that nobody without the right can send megabytes.
  authorize(ctx, "codes:mint");
  const asked = new URL(request.url).searchParams;
  const source = asked.get("source");
  const replaces = asked.get("replaces");
  const input =
    source === "serial"
      ? { source, replaces, serial: await readBody(request) }
      : {
          source,
          replaces,
          body: request.body,
          fileName: asked.get("fileName") ?? "",
          choice: choiceIn(asked),
        };
  return Response.json(await addSheet(ctx, input as AddSheetInput));
});

function choiceIn(asked: URLSearchParams) {
  const hasHeader = asked.get("hasHeader");
  return {
    encoding: asked.get("encoding"),
    delimiter: asked.get("delimiter"),
    worksheet: asked.get("worksheet"),
    hasHeader: hasHeader === null ? null : hasHeader === "true",
  };
}
