"use client";

import { create } from "qrcode";

/** Modules of white around it, without which some phones do not find it. */
const QUIET = 4;

interface QrPictureProps {
  text: string;
  /** What it is, for those who do not see it. */
  label: string;
}

/** A plain QR code of a text, dark on white on every ground. */
export function QrPicture({ text, label }: QrPictureProps) {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { size } = modules;
  const whole = size + 2 * QUIET;
  const squares = Array.from(modules.data, (isDark, place) =>
    isDark ? `M${QUIET + (place % size)} ${QUIET + Math.floor(place / size)}h1v1h-1z` : "",
  );
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${whole} ${whole}`}
      shapeRendering="crispEdges"
      className="size-32 shrink-0 rounded-lg border border-border bg-white"
    >
      <path d={squares.join("")} fill="#000" />
    </svg>
  );
}
