import { Chip } from "@heroui/react";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** success = fine, warning = limited or waiting, danger = wrong, accent = selected, default = plain. */
export type StatusTone = "success" | "warning" | "danger" | "accent" | "default";

interface StatusChipProps {
  tone: StatusTone;
  icon?: LucideIcon;
  children: ReactNode;
}

/** A state in one word; never by colour alone. */
export function StatusChip({ tone, icon: Icon, children }: StatusChipProps) {
  return (
    <Chip color={tone} variant="soft" size="sm" className="gap-1 px-1.5 whitespace-nowrap">
      {Icon ? <Icon aria-hidden className="size-3" /> : null}
      <Chip.Label className="px-0">{children}</Chip.Label>
    </Chip>
  );
}
