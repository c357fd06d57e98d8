"use client";

import { cn } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { moveBox, resizeBox } from "@/components/packs/templates/move-box";
import type { Box } from "@/components/packs/templates/move-box";
import { useDrag } from "@/components/packs/templates/use-drag";

interface PosterBoxProps {
  label: string;
  box: Box;
  /** Of the poster, for a code that stays square; 0 for a text. */
  heightPerWidth: number;
  onChange: (box: Box) => void;
}

/** A box lying over the preview, to be moved and made wider; the lines of the middle show while it is moved. */
export function PosterBox({ label, box, heightPerWidth, onChange }: PosterBoxProps) {
  const t = useTranslations("packTemplates.canvas");
  const start = useRef(box);
  const [isHeld, setHeld] = useState(false);
  const hold = {
    onStart: () => {
      start.current = box;
      setHeld(true);
    },
    onEnd: () => setHeld(false),
  };
  const moving = useDrag({
    ...hold,
    onDrag: (x, y) => onChange(moveBox(start.current, { x, y, isSnapping: true })),
    onKey: (x, y) => onChange(moveBox(box, { x, y, isSnapping: false })),
  });
  const sizing = useDrag({
    ...hold,
    onDrag: (x) => onChange(resizeBox(start.current, x, heightPerWidth)),
    onKey: (x, y) => onChange(resizeBox(box, x + y, heightPerWidth)),
  });
  const style = {
    left: `${box.x}%`,
    top: `${box.y}%`,
    width: `${box.width}%`,
    height: `${box.height}%`,
  };
  return (
    <>
      {isHeld && Math.abs(box.x + box.width / 2 - 50) < 0.01 ? (
        <span aria-hidden className="absolute inset-y-0 left-1/2 w-px bg-accent" />
      ) : null}
      {isHeld && Math.abs(box.y + box.height / 2 - 50) < 0.01 ? (
        <span aria-hidden className="absolute inset-x-0 top-1/2 h-px bg-accent" />
      ) : null}
      <div style={style} className="absolute">
        <button
          type="button"
          aria-label={t("box", { label, x: box.x, y: box.y })}
          title={t("moveHelp")}
          {...moving}
          className={cn(
            "absolute inset-0 cursor-move touch-none rounded-sm border border-dashed border-zinc-500/70 bg-transparent outline-offset-2 hover:border-accent focus-visible:outline-2 focus-visible:outline-focus",
            isHeld && "border-accent",
          )}
        />
        <button
          type="button"
          aria-label={t("width", { label, width: box.width })}
          title={t("widthHelp")}
          {...sizing}
          className="absolute -right-2 -bottom-2 size-4 cursor-nwse-resize touch-none rounded-full border-2 border-white bg-accent shadow-sm outline-offset-2 after:absolute after:-inset-2 focus-visible:outline-2 focus-visible:outline-focus"
        />
      </div>
    </>
  );
}
