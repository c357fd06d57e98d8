/** The only place object keys are spelled. Pictures are addressed by their content. */
export function pictureKey(sha256: string): string {
  return `pictures/${sha256.slice(0, 2)}/${sha256}`;
}

/** The small picture for lists, made beside the one it shows. */
export function thumbnailKey(sha256: string): string {
  return `thumbnails/${sha256.slice(0, 2)}/${sha256}`;
}

/** Written now and then to see whether the store takes anything. */
export const PROBE_KEY = "probe";
