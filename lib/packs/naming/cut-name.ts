import { trimName } from "@/lib/codes/clean-name";

const GRAPHEMES = new Intl.Segmenter("und", { granularity: "grapheme" });

/** As much of a name as fits into so many bytes of UTF-8, never half of a character somebody sees. */
export function cutName(name: string, mostBytes: number): string {
  if (Buffer.byteLength(name) <= mostBytes) return name;
  const shown = GRAPHEMES.segment(name);
  const cut = fitting(shown, mostBytes);
  // A single one can be longer than a whole name may be.
  return trimName(
    cut === ""
      ? fitting(
          [...name].map((segment) => ({ segment })),
          mostBytes,
        )
      : cut,
  );
}

function fitting(segments: Iterable<{ segment: string }>, mostBytes: number): string {
  let cut = "";
  let size = 0;
  for (const { segment } of segments) {
    size += Buffer.byteLength(segment);
    if (size > mostBytes) break;
    cut += segment;
  }
  return cut;
}
