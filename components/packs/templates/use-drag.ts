"use client";

import { useRef } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import { keyStep } from "@/components/packs/templates/move-box";

interface Drag {
  /** Begins: what was there is what the way is counted from. */
  onStart: () => void;
  /** The way so far, in hundredths of the poster. */
  onDrag: (x: number, y: number) => void;
  /** A press of an arrow key. */
  onKey: (x: number, y: number) => void;
  onEnd: () => void;
}

/** Handlers of something that is dragged over the poster it stands on, by pointer or by arrow keys. */
export function useDrag({ onStart, onDrag, onKey, onEnd }: Drag) {
  const from = useRef<{ x: number; y: number; width: number; height: number } | null>(null);
  const end = () => {
    if (from.current) onEnd();
    from.current = null;
  };
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const poster = event.currentTarget.closest("[data-poster]")?.getBoundingClientRect();
      if (!poster || event.button !== 0) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      const { width, height } = poster;
      from.current = { x: event.clientX, y: event.clientY, width, height };
      onStart();
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const start = from.current;
      if (!start) return;
      onDrag(
        ((event.clientX - start.x) / start.width) * 100,
        ((event.clientY - start.y) / start.height) * 100,
      );
    },
    onPointerUp: end,
    onPointerCancel: end,
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const step = keyStep(event.key, event.shiftKey);
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      onKey(step.x, step.y);
    },
  };
}
