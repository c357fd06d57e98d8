import { createReadStream } from "node:fs";
import { InvalidInputError } from "@/lib/core/errors";

type Looks = "zip" | "ole" | "picture" | "document" | "archive";

/** How files begin that are surely no text: bytes and where they stand. */
const SIGNATURES: readonly { looks: Looks; parts: readonly (readonly [number, string])[] }[] = [
  { looks: "zip", parts: [[0, "PK\x03\x04"]] },
  { looks: "zip", parts: [[0, "PK\x05\x06"]] },
  { looks: "ole", parts: [[0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]] },
  { looks: "picture", parts: [[0, "\x89PNG\r\n\x1a\n"]] },
  { looks: "picture", parts: [[0, "\xff\xd8\xff"]] },
  { looks: "picture", parts: [[0, "GIF87a"]] },
  { looks: "picture", parts: [[0, "GIF89a"]] },
  {
    looks: "picture",
    parts: [
      [0, "RIFF"],
      [8, "WEBP"],
    ],
  },
  {
    looks: "picture",
    parts: [
      [0, "\0\0"],
      [4, "ftyp"],
    ],
  },
  {
    looks: "picture",
    parts: [
      [0, "BM"],
      [6, "\0\0\0\0"],
    ],
  },
  { looks: "picture", parts: [[0, "II*\0"]] },
  { looks: "picture", parts: [[0, "MM\0*"]] },
  { looks: "document", parts: [[0, "%PDF-"]] },
  { looks: "document", parts: [[0, "{\\rtf"]] },
  { looks: "archive", parts: [[0, "\x1f\x8b"]] },
  { looks: "archive", parts: [[0, "7z\xbc\xaf\x27\x1c"]] },
  { looks: "archive", parts: [[0, "Rar!\x1a\x07"]] },
  { looks: "archive", parts: [[0, "\xfd7zXZ\0"]] },
];

// Web pages and XML that call themselves .xls, as many systems export them.
const MARKUP =
  /^(?:\xef\xbb\xbf)?\s*(?:<(?:!doctype|\?xml|html|head|body|meta|style|table|div)\b|<!--|MIME-Version:)/i;

/** The stream in which Office keeps a workbook under a password. */
const ENCRYPTED_PACKAGE = Buffer.from("EncryptedPackage", "utf16le");

/** Whether a file is text or may be a workbook. Throws for all that is neither, with the way out. */
export async function requireTable(path: string, start: Buffer): Promise<"text" | "xlsx"> {
  const looks = looksOf(start.toString("latin1"));
  if (looks === "zip") return "xlsx";
  if (looks === "ole" && (await contains(path, ENCRYPTED_PACKAGE))) {
    throw new InvalidInputError("fileProtected", "rows");
  }
  if (looks === "ole") throw new InvalidInputError("fileOtherSheet", "rows", { kind: ".xls" });
  if (looks === "picture") throw new InvalidInputError("filePicture", "rows");
  if (looks === "document") throw new InvalidInputError("fileDocument", "rows");
  if (looks === "archive") throw new InvalidInputError("fileArchive", "rows");
  if (looks === "markup") throw new InvalidInputError("fileMarkup", "rows");
  return "text";
}

function looksOf(start: string): Looks | "markup" | null {
  const found = SIGNATURES.find(({ parts }) =>
    parts.every(([at, bytes]) => start.startsWith(bytes, at)),
  );
  if (found) return found.looks;
  return MARKUP.test(start) ? "markup" : null;
}

async function contains(path: string, wanted: Buffer): Promise<boolean> {
  let kept = Buffer.alloc(0);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const seen = Buffer.concat([kept, chunk]);
    if (seen.includes(wanted)) return true;
    kept = seen.subarray(-wanted.length);
  }
  return false;
}
