import type { Encoding } from "@/lib/sheets/schema";

/** Bytes as text, without a byte order mark. Pieces end wherever they end, but never within a character. */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string, void, void> {
  // GB18030 has a mark as well, which a decoder would leave in.
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let isFirst = true;
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    if (text === "") continue;
    yield isFirst ? text.replace(/^\uFEFF/, "") : text;
    isFirst = false;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}
