import { cn } from "@heroui/styles";
import type { ReactNode } from "react";

interface ListBodyProps {
  /** Other rows are on their way; those that are there fade. */
  isReading: boolean;
  /** Stands in place of the rows when there are none; else null. */
  empty: ReactNode;
  table: ReactNode;
  /** The same rows on a phone. */
  cards: ReactNode;
}

/** The rows of a list: a table, and on a phone cards. */
export function ListBody({ isReading, empty, table, cards }: ListBodyProps) {
  return (
    <div aria-busy={isReading} className={cn("transition-opacity", isReading && "opacity-60")}>
      {empty ?? (
        <>
          <div className="hidden md:block">{table}</div>
          <div className="md:hidden">{cards}</div>
        </>
      )}
    </div>
  );
}
