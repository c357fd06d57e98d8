import { UsageError } from "./failures";
import type { Say } from "./say";

export type Kind = "WXACODE" | "WXACODE_UNLIMITED" | "WXA_QRCODE";

const BY_LETTER: Record<string, Kind> = {
  A: "WXACODE",
  B: "WXACODE_UNLIMITED",
  C: "WXA_QRCODE",
};

/** A kind by its letter or WeChat's name; B is the one that costs nothing. */
export function readKind(told: string | undefined, say: Say): Kind {
  const text = (told ?? "B").toUpperCase();
  const kind = BY_LETTER[text] ?? Object.values(BY_LETTER).find((name) => name === text);
  if (kind === undefined) throw new UsageError(say("kindUnknown", { kind: told ?? "" }));
  return kind;
}
