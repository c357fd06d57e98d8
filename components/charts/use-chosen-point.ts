"use client";

import { useState } from "react";
import type { KeyboardEvent, MouseEvent, PointerEvent } from "react";
import type { ChartPoint } from "@/components/charts/chart-frame";

/** The day under the pointer, or the one the arrow keys have come to; null while nobody looks. */
export function useChosenPoint(points: readonly ChartPoint[], onChoose?: (place: number) => void) {
  const [chosen, setChosen] = useState<number | null>(null);
  const last = points.length - 1;
  const now = chosen ?? last;

  function follow({ currentTarget, clientX }: PointerEvent<HTMLElement>) {
    const { left, width } = currentTarget.getBoundingClientRect();
    setChosen(nearest(points, (clientX - left) / width));
  }

  function choose({ currentTarget, clientX }: MouseEvent<HTMLElement>) {
    const { left, width } = currentTarget.getBoundingClientRect();
    onChoose?.(nearest(points, (clientX - left) / width));
  }

  function step(event: KeyboardEvent) {
    if (event.key === "Enter") onChoose?.(now);
    const moves: Record<string, number> = {
      ArrowLeft: now - 1,
      ArrowDown: now - 1,
      ArrowRight: now + 1,
      ArrowUp: now + 1,
      Home: 0,
      End: last,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setChosen(Math.min(last, Math.max(0, next)));
  }

  return {
    point: chosen === null ? null : (points[chosen] ?? null),
    handles: {
      onPointerMove: follow,
      onPointerDown: follow,
      onClick: choose,
      onPointerLeave: () => setChosen(null),
      onFocus: () => setChosen(now),
      onBlur: () => setChosen(null),
      onKeyDown: step,
    },
    value: { now, text: spoken(points[now]) },
  };
}

function nearest(points: readonly ChartPoint[], at: number): number {
  const gaps = points.map((point) => Math.abs(point.at - at));
  return gaps.indexOf(Math.min(...gaps));
}

function spoken(point: ChartPoint | undefined): string {
  const lines = point?.lines.map(({ name, value }) => `${name} ${value}`) ?? [];
  return [point?.heading, ...lines].join(", ");
}
