import { cn } from "@heroui/styles";
import type { Method } from "@/components/developers/reference/reference";

const TONES: Record<Method, string> = {
  get: "bg-default text-default-foreground",
  post: "bg-success-soft text-success-soft-foreground",
  put: "bg-warning-soft text-warning-soft-foreground",
  patch: "bg-warning-soft text-warning-soft-foreground",
  delete: "bg-danger-soft text-danger-soft-foreground",
};

/** How a call is made; its word says it, the colour only helps. */
export function MethodBadge({ method, isSmall = false }: { method: Method; isSmall?: boolean }) {
  return (
    <span
      className={cn(
        "inline-block shrink-0 rounded-md text-center font-mono font-medium uppercase",
        isSmall ? "w-11 py-0.5 text-[10px] leading-3.5" : "px-2 py-0.5 text-xs",
        TONES[method],
      )}
    >
      {method}
    </span>
  );
}
