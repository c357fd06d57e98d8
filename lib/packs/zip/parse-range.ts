/** Bytes from start to end, both of them among them. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * The one range a Range header asks for. "none": the whole is sent, as for several ranges, for other units and for
 * what cannot be read; "unsatisfiable": no byte of it is there.
 */
export function parseRange(
  header: string | null,
  byteSize: number,
): ByteRange | "none" | "unsatisfiable" {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/i.exec(header?.trim() ?? "") ?? [];
  if (first === "" && last === "") return "none";
  if (first === "") return tail(Number(last), byteSize);
  const start = Number(first);
  if (last !== "" && Number(last) < start) return "none";
  if (start >= byteSize) return "unsatisfiable";
  return { start, end: last === "" ? byteSize - 1 : Math.min(Number(last), byteSize - 1) };
}

function tail(length: number, byteSize: number): ByteRange | "unsatisfiable" {
  if (length === 0 || byteSize === 0) return "unsatisfiable";
  return { start: Math.max(0, byteSize - length), end: byteSize - 1 };
}
