const LEVELS: Record<number, string> = {
  10: "trace",
  20: "debug",
  30: "info",
  40: "warn",
  50: "error",
  60: "fatal",
};

/** A structured log line in a form people read: level, message, error. Any other line stays as it is. */
export function formatLine(line: string): string {
  const entry = parseEntry(line);
  if (entry === null) return line;
  const level = LEVELS[entry.level] ?? String(entry.level);
  const error = describe(entry.err);
  return [level.padEnd(5), entry.msg, ...(error === "" ? [] : ["–", error])].join(" ");
}

function parseEntry(line: string): { level: number; msg: string; err: unknown } | null {
  if (!line.startsWith("{")) return null;
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== "object" || value === null || !("level" in value)) return null;
    if (typeof value.level !== "number") return null;
    const msg = "msg" in value && typeof value.msg === "string" ? value.msg : "";
    return { level: value.level, msg, err: "err" in value ? value.err : undefined };
  } catch {
    return null;
  }
}

function describe(error: unknown): string {
  if (typeof error !== "object" || error === null || !("message" in error)) return "";
  return typeof error.message === "string" ? error.message : "";
}
