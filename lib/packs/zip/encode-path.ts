const NAME_BYTES_MAX = 0xffff;

/** A path as it stands in a ZIP; throws for what is none there, or would lead out of the folder it is unpacked into. */
export function encodePath(path: string): Buffer {
  const segments = path.split("/");
  const isSound =
    path.isWellFormed() &&
    !/[\\\0]/.test(path) &&
    segments.every((segment) => segment !== "" && segment !== "." && segment !== "..");
  const bytes = Buffer.from(path, "utf8");
  if (!isSound || bytes.length > NAME_BYTES_MAX) {
    throw new Error(`This is no path of a file in a ZIP: ${JSON.stringify(path)}`);
  }
  return bytes;
}
