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
    <Card className="border-border gap-1 border p-4">
      <p className="text-muted text-xs">{label}</p>
      <p className="text-2xl leading-8 font-semibold tracking-tight">{figure}</p>
      {note ? <div className="text-muted text-xs">{note}</div> : null}
    </Card>
  );
}
