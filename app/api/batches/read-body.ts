import { InvalidInputError } from "@/lib/core/errors";
import { readBoundedText } from "@/lib/web/read-bounded-text";

/** 100,000 rows with all that JSON adds to them. */
const BODY_MAX_BYTES = 25 * 1024 * 1024;

/** The JSON body of a request with rows in it; the verb behind it checks its shape. */
export async function readBody(request: Request): Promise<unknown> {
  const text = await readBoundedText(request, BODY_MAX_BYTES);
  if (text === null) throw new InvalidInputError("rowsBodyLarge", "rows");
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new InvalidInputError("inputInvalid");
  }
}
