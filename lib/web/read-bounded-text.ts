import { readBoundedBytes } from "@/lib/web/read-bounded-bytes";

/** The body of a request as text; null when it is longer than allowed, without reading the rest. */
export async function readBoundedText(request: Request, mostBytes: number): Promise<string | null> {
  const bytes = await readBoundedBytes(request, mostBytes);
  return bytes && bytes.toString("utf8");
}
