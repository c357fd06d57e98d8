import { Card } from "@heroui/react";
import { cn } from "@heroui/styles";
import type { ReactNode } from "react";

interface SectionCardProps {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** For lists that run from edge to edge. */
  isFlush?: boolean;
}

/** A part of a screen: hairline border, title with one sentence, actions at the right. */
export function SectionCard({
  title,
  description,
  actions,
  children,
  isFlush = false,
}: SectionCardProps) {
  return (
    <Card className={cn("gap-0 border border-border p-0", isFlush && "overflow-hidden")}>
      {title ? (
        <Card.Header className="flex-row flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 pt-4 pb-3">
          <div className="min-w-0">
            <h2 className="text-base font-semibold">{title}</h2>
            {description ? <p className="mt-0.5 text-sm text-muted">{description}</p> : null}
          </div>
          {actions ? <div className="flex items-center gap-2">{actions}</div> : null}
        </Card.Header>
      ) : null}
      <Card.Content className={cn("gap-0", !isFlush && "px-5 pb-5", !isFlush && !title && "pt-5")}>
        {children}
      </Card.Content>
    </Card>
  );
}
