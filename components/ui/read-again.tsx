"use client";

import { Button } from "@heroui/react";

interface ReadAgainProps {
  text: string;
  label: string;
  onPress: () => void;
}

/** In the place of what could not be read: says so, and reads them again. */
export function ReadAgain({ text, label, onPress }: ReadAgainProps) {
  return (
    <p role="alert" className="flex flex-wrap items-center gap-3 text-sm">
      {text}
      <Button size="sm" variant="outline" onPress={onPress}>
        {label}
      </Button>
    </p>
  );
}
