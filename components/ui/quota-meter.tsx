"use client";

import { Meter } from "@heroui/react";

interface QuotaMeterProps {
  label: string;
  spent: number;
  reserved: number;
  limit: number;
  tone: "accent" | "warning" | "danger";
}

/** One bar, two parts: what is gone, and what is held for calls under way. */
export function QuotaMeter({ label, spent, reserved, limit, tone }: QuotaMeterProps) {
  const share = (count: number) => (limit > 0 ? (count / limit) * 100 : 0);
  // A single code of 100,000 would be thinner than a pixel.
  const width = (count: number) => `max(${share(count)}%, ${count > 0 ? "3px" : "0px"})`;
  return (
    <Meter aria-label={label} value={spent + reserved} maxValue={limit} color={tone} size="sm">
      <Meter.Track className="flex h-1.5 rounded-full bg-quota-track">
        <span
          className="h-full rounded-full bg-(--meter-fill)"
          style={{ inlineSize: width(spent) }}
        />
        <span className="h-full bg-quota-reserved" style={{ inlineSize: width(reserved) }} />
      </Meter.Track>
    </Meter>
  );
}
