import { SaxesParser } from "saxes";
import { InvalidInputError } from "@/lib/core/errors";

const DEPTH_MAX = 64;
/** Characters until the first tag, and between two of them. */
const PROLOG_MAX = 64 * 1024;
const BETWEEN_TAGS_MAX = 4 * 1024 * 1024;

export type XmlAttributes = Readonly<Record<string, string>>;

/** Names are without their prefix, for the same tags come with and without one. */
export interface XmlHandlers {
  open: (name: string, attributes: XmlAttributes) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/**
 * Reads XML piece by piece and yields after each, so that a caller can hand on what its handlers gathered.
 * Memory stays bounded whatever comes: no document types, no endless tags, texts or nesting. Throws
 * `fileBroken`.
 */
export async function* readXml(
  bytes: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): AsyncGenerator<void, void, void> {
  let sinceTag = 0;
  let sinceTagMax = PROLOG_MAX;
  let depth = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("error", refuse);
  parser.on("doctype", refuse);
  parser.on("opentag", (tag) => {
    sinceTag = 0;
    sinceTagMax = BETWEEN_TAGS_MAX;
    depth += 1;
    if (depth > DEPTH_MAX) refuse();
    handlers.open(withoutPrefix(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    sinceTag = 0;
    depth -= 1;
    handlers.close?.(withoutPrefix(tag.name));
  });
  if (handlers.text) {
    parser.on("text", handlers.text);
    parser.on("cdata", handlers.text);
  }
  for await (const text of decodeXml(bytes)) {
    sinceTag += text.length;
    parser.write(text);
    if (sinceTag > sinceTagMax) refuse();
    yield;
  }
  parser.close();
}

/** Reads XML to its end. */
export async function readWholeXml(
  bytes: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): Promise<void> {
  for await (const _ of readXml(bytes, handlers));
}

async function* decodeXml(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, void> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    yield decode(decoder, chunk);
  }
  if (decoder) yield decode(decoder);
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    return refuse();
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function refuse(): never {
  throw new InvalidInputError("fileBroken", "rows");
}
