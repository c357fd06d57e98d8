import { Card } from "@heroui/react";
import type { ReactNode } from "react";

interface ClockCardProps {
  title: string;
  /** When it starts anew, or that it never does. */
  rhythm: ReactNode;
  mark?: ReactNode;
  figure: ReactNode;
  unit: string;
  meter?: ReactNode;
  facts: readonly { term: string; value: ReactNode }[];
  children?: ReactNode;
}

/** One of the clocks: the figure that matters, how full it is, and what it is made of. */
export function ClockCard({ title, rhythm, mark, figure, unit, meter, ...rest }: ClockCardProps) {
  return (
    <Card className="gap-0 border border-border p-5">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="text-base font-semibold">{title}</h2>
          <p className="text-xs text-muted">{rhythm}</p>
        </div>
        {mark}
      </div>
      <p className="mt-4 flex flex-wrap items-baseline gap-x-2">
        <span className="text-3xl leading-9 font-semibold tracking-tight">{figure}</span>
        <span className="text-muted">{unit}</span>
      </p>
      {meter ? <div className="mt-3">{meter}</div> : null}
      <dl className="mt-3 flex flex-col divide-y divide-separator">
        {rest.facts.map(({ term, value }) => (
          <div key={term} className="flex items-baseline justify-between gap-4 py-1.5">
            <dt className="text-muted">{term}</dt>
            <dd className="text-end">{value}</dd>
          </div>
        ))}
      </dl>
      {rest.children}
    </Card>
  );
}
