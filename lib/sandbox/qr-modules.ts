import { create } from "qrcode";

/** A QR as one SVG path of unit squares, without quiet zone. */
export type QrModules = { size: number; path: string };

/** The modules of a QR with correction L, runs of dark modules joined into rectangles. */
export function qrModules(text: string): QrModules {
  const { modules } = create([{ data: Buffer.from(text), mode: "byte" }], {
    errorCorrectionLevel: "L",
  });
  const parts: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    let start = -1;
    for (let column = 0; column <= modules.size; column += 1) {
      const dark = column < modules.size && modules.get(row, column) !== 0;
      if (dark && start < 0) start = column;
      if (!dark && start >= 0) {
        parts.push(`M${start} ${row}h${column - start}v1h${start - column}z`);
        start = -1;
      }
    }
  }
  return { size: modules.size, path: parts.join("") };
}
