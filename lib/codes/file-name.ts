import { cleanName, isReservedName, trimName } from "@/lib/codes/clean-name";

const MAX_LENGTH = 80;

/** A download's name: the label where file systems allow it, and the extension the bytes ask for. */
export function pictureFileName(label: string, mediaType: string): string {
  const cut = trimName([...cleanName(label)].slice(0, MAX_LENGTH).join(""));
  const name = cut === "" || isReservedName(cut) ? `code ${cut}`.trim() : cut;
  return `${name}.${extensionOf(mediaType)}`;
}

/** What the bytes ask for. */
export function extensionOf(mediaType: string): "png" | "jpg" {
  return mediaType === "image/png" ? "png" : "jpg";
}
