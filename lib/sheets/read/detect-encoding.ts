import { createReadStream } from "node:fs";
import { InvalidInputError } from "@/lib/core/errors";
import type { Encoding } from "@/lib/sheets/schema";

const BYTE_ORDER_MARKS: readonly { encoding: Encoding; hex: string }[] = [
  { encoding: "utf-8", hex: "efbbbf" },
  { encoding: "utf-16le", hex: "fffe" },
  { encoding: "utf-16be", hex: "feff" },
  { encoding: "gb18030", hex: "84319533" },
];

/** Control characters no table holds; one in a hundred characters is no accident any more. */
const CONTROLS = /(?![\t\n\v\f\r])\p{Cc}/gu;
const CONTROLS_MOST = 0.01;

interface Candidate {
  encoding: Encoding;
  decoder: TextDecoder;
  length: number;
  controlCount: number;
}

/**
 * The encoding a whole file can be read in: the chosen one, else by its byte order mark, UTF-16 by its NUL
 * bytes, UTF-8, or GB18030, which Chinese Excel saves. Throws `fileEncoding`, `fileEncodingUnknown` and
 * `fileNotRows`.
 */
export async function detectEncoding(
  path: string,
  start: Buffer,
  chosen: Encoding | null,
  { allowsNul = false } = {},
): Promise<Encoding> {
  const encodings = chosen ? [chosen] : candidatesOf(start);
  const isWide = encodings.some((encoding) => encoding.startsWith("utf-16"));
  let candidates: Candidate[] = encodings.map((encoding) => ({
    encoding,
    decoder: new TextDecoder(encoding, { fatal: true }),
    length: 0,
    controlCount: 0,
  }));
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const hasNul = !isWide && !allowsNul && chunk.includes(0);
    candidates = hasNul ? [] : candidates.filter((candidate) => canRead(candidate, chunk));
    if (hasNul && !chosen) throw new InvalidInputError("fileNotRows", "rows");
    if (candidates.length === 0) break;
  }
  const [found] = candidates.filter((candidate) => canRead(candidate));
  if (!found && chosen) {
    throw new InvalidInputError("fileEncoding", "rows", { encoding: chosen.toUpperCase() });
  }
  // No text has a NUL byte unless it is UTF-16.
  if (!found && start.includes(0)) throw new InvalidInputError("fileNotRows", "rows");
  if (!found) throw new InvalidInputError("fileEncodingUnknown", "rows");
  if (!allowsNul && found.controlCount > found.length * CONTROLS_MOST) {
    throw new InvalidInputError("fileNotRows", "rows");
  }
  return found.encoding;
}

/** Reads on, or to the end without a chunk; false where the bytes are not of this encoding. */
function canRead(candidate: Candidate, chunk?: Buffer): boolean {
  try {
    const text = candidate.decoder.decode(chunk, { stream: chunk !== undefined });
    candidate.length += text.length;
    candidate.controlCount += text.match(CONTROLS)?.length ?? 0;
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function candidatesOf(start: Buffer): Encoding[] {
  const hex = start.toString("hex", 0, 4);
  const marked = BYTE_ORDER_MARKS.find((mark) => hex.startsWith(mark.hex));
  if (marked) return [marked.encoding];
  // ASCII has its NUL byte second in little endian; a few Chinese characters have theirs the other way round.
  let nulsAtEven = 0;
  let nulsAtOdd = 0;
  for (const [at, byte] of start.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) nulsAtEven += 1;
    else nulsAtOdd += 1;
  }
  if (nulsAtOdd > 2 * nulsAtEven) return ["utf-16le"];
  if (nulsAtEven > 2 * nulsAtOdd) return ["utf-16be"];
  return ["utf-8", "gb18030"];
}
