import { Card } from "@heroui/react";
import type { ReactNode } from "react";

interface FigureCardProps {
  label: string;
  figure: ReactNode;
  note?: ReactNode;
}

/** One number that can be trusted at a glance, with what it means below it. */
export function FigureCard({ label, figure, note }: FigureCardProps) {
  return (
    <Card className="gap-1 border border-border p-4">
      <p className="text-xs text-muted">{label}</p>
      <p className="text-2xl leading-8 font-semibold tracking-tight">{figure}</p>
      {note ? <div className="text-xs text-muted">{note}</div> : null}
    </Card>
  );
}
