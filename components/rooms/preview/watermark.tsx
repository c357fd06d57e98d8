"use client";

import { useFormatter, useNow } from "next-intl";
import { useId } from "react";

const LETTER_WIDTH = 15;
const GAP = 90;
const LINE_HEIGHT = 22;
const TILE_HEIGHT = 150;

/** The room's name and the time, again and again across what stands below it; it takes no clicks. */
export function Watermark({ name }: { name: string }) {
  const format = useFormatter();
  const id = useId();
  const time = format.dateTime(useNow(), {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Asia/Shanghai",
  });
  const width = Math.max([...name].length, [...time].length) * LETTER_WIDTH + GAP;
  return (
    <svg
      aria-hidden
      className="pointer-events-none absolute inset-0 size-full fill-foreground text-[15px] opacity-10"
    >
      <pattern
        id={id}
        width={width}
        height={TILE_HEIGHT}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-24)"
      >
        <text x="0" y={LINE_HEIGHT}>
          {name}
        </text>
        <text x="0" y={2 * LINE_HEIGHT} suppressHydrationWarning>
          {time}
        </text>
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
