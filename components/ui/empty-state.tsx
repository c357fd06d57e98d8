import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  /** The next step, in one sentence. */
  children: ReactNode;
  action?: ReactNode;
}

/** Nothing here yet: says what to do next and has the button for it. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-1 px-6 py-14 text-center">
      <span className="mb-3 grid size-12 place-items-center rounded-full bg-accent-soft text-accent-soft-foreground">
        <Icon aria-hidden className="size-6" strokeWidth={1.6} />
      </span>
      <p className="text-base font-semibold">{title}</p>
      <p className="max-w-md text-muted">{children}</p>
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  );
}
