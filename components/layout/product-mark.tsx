import { cn } from "@heroui/styles";

const TICKS = Array.from({ length: 12 }, (_, index) => index * 30);

/** The round sign of the desk: a code's ring of ticks around its eye. */
function Sign() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className="size-7 shrink-0">
      <rect width="32" height="32" rx="8" fill="var(--brand)" />
      <g stroke="#fff" strokeWidth="2.4" strokeLinecap="round">
        {TICKS.map((angle) => (
          <path key={angle} d="M16 5.6v3.2" transform={`rotate(${angle} 16 16)`} />
        ))}
      </g>
      <circle cx="16" cy="16" r="3.6" fill="#fff" />
    </svg>
  );
}

/** 码台 Mintdesk, in both scripts in every language. */
export function ProductMark({ isFolded = false }: { isFolded?: boolean }) {
  return (
    <span className="flex items-center gap-2.5">
      <Sign />
      <span className={cn("whitespace-nowrap", isFolded && "sr-only")}>
        <span className="text-base font-semibold">码台</span>{" "}
        <span className="text-muted">Mintdesk</span>
      </span>
    </span>
  );
}
