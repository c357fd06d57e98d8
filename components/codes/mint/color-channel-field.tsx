"use client";

import { ColorField, Label } from "@heroui/react";

interface ColorChannelFieldProps {
  label: string;
  channel?: "red" | "green" | "blue";
}

/** One part of the colour of the picker around it, or all of it as hex. */
export function ColorChannelField({ label, channel }: ColorChannelFieldProps) {
  return (
    <ColorField
      channel={channel}
      colorSpace={channel ? "rgb" : undefined}
      className={channel ? "w-16" : "w-28"}
    >
      <Label className="text-xs">{label}</Label>
      <ColorField.Group>
        <ColorField.Input className="font-mono" />
      </ColorField.Group>
    </ColorField>
  );
}
