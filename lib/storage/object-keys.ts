/** The only place object keys are spelled. Pictures are addressed by their content. */
export function pictureKey(sha256: string): string {
  return `pictures/${sha256.slice(0, 2)}/${sha256}`;
}

/** The small picture for lists, made beside the one it shows. */
export function thumbnailKey(sha256: string): string {
  return `thumbnails/${sha256.slice(0, 2)}/${sha256}`;
}

/** Everything that is made for a pack lies below it, and goes with it. */
export function packFolder(packId: string): string {
  return `packs/${packId}/`;
}

/** What one run made: a run that was given up cannot touch what the next one makes. */
export function packRunFolder(packId: string, runToken: string): string {
  return `${packFolder(packId)}${runToken}/`;
}

export function packFileKey(packId: string, runToken: string, name: string): string {
  return `${packRunFolder(packId, runToken)}${name}`;
}

/** A logo or a background somebody has uploaded. */
export function packAssetKey(sha256: string): string {
  return `pack-assets/${sha256}`;
}

/** Copies of checkpoints lie below it, one next to the other. */
export const CHECKPOINTS_FOLDER = "audit/checkpoints/";

/** Sorts by number; another end of the chain at the same number is another object. */
export function checkpointKey({ seq, headHash }: { seq: string; headHash: string }): string {
  return `${CHECKPOINTS_FOLDER}${seq.padStart(12, "0")}-${headHash.slice(0, 16)}.json`;
}

/** Written now and then to see whether the store takes anything. */
export const PROBE_KEY = "probe";
