import { InvalidInputError } from "@/lib/core/errors";
import { readBoundedText } from "@/lib/web/read-bounded-text";

/** A filled-in form; rows come as a stream and not this way. */
const BODY_MAX_BYTES = 1024 * 1024;

/** The JSON body of a request; the verb behind it checks its shape. */
export async function readBody(request: Request): Promise<unknown> {
  const text = await readBoundedText(request, BODY_MAX_BYTES);
  if (text === null) throw new InvalidInputError("bodyLarge");
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new InvalidInputError("inputInvalid");
  }
}
