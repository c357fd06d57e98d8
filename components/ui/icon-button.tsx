"use client";

import { Button } from "@heroui/react";
import type { LucideIcon } from "lucide-react";

interface IconButtonProps {
  icon: LucideIcon;
  /** What it does and to what, for the ears. */
  label: string;
  isDisabled?: boolean;
  onPress: () => void;
}

/** A small act beside a line, told by its icon. */
export function IconButton({ icon: Icon, label, isDisabled, onPress }: IconButtonProps) {
  return (
    <Button
      isIconOnly
      size="sm"
      variant="ghost"
      aria-label={label}
      isDisabled={isDisabled}
      onPress={onPress}
    >
      <Icon aria-hidden className="size-4" />
    </Button>
  );
}
