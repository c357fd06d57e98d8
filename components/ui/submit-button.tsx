"use client";

import { Button, Spinner } from "@heroui/react";
import type { ReactNode } from "react";

interface SubmitButtonProps {
  isPending: boolean;
  children: ReactNode;
  variant?: "primary" | "danger" | "secondary" | "outline";
  fullWidth?: boolean;
  /** For a button that is not the submit of its form. */
  onPress?: () => void;
}

/** Always enabled; while its work is under way it says so and takes no second click. */
export function SubmitButton({
  isPending,
  children,
  variant = "primary",
  fullWidth = false,
  onPress,
}: SubmitButtonProps) {
  return (
    <Button
      type={onPress ? "button" : "submit"}
      variant={variant}
      fullWidth={fullWidth}
      isPending={isPending}
      onPress={onPress}
    >
      {isPending ? <Spinner size="sm" color="current" /> : null}
      {children}
    </Button>
  );
}
