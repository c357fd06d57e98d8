import type { ChartPoint } from "@/components/charts/chart-frame";

/** The figures of one day, above the chart; the slider under it says the same to those who listen. */
export function ChartTip({ point }: { point: ChartPoint }) {
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute top-0 z-10 w-44 -translate-x-1/2 rounded-lg border border-border bg-overlay px-3 py-2 text-xs shadow-sm"
      style={{ left: `clamp(5.5rem, ${point.at * 100}%, calc(100% - 5.5rem))` }}
    >
      <p className="font-medium">{point.heading}</p>
      <ul className="mt-1 flex flex-col gap-0.5">
        {point.lines.map(({ name, value, swatch }) => (
          <li key={name} className="flex items-center gap-1.5">
            {swatch ? <span className={`size-2 shrink-0 rounded-sm ${swatch}`} /> : null}
            <span className="min-w-0 flex-1 truncate text-muted">{name}</span>
            <span>{value}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
