import type { ReactNode } from "react";

export interface Fact {
  term: string;
  value: ReactNode;
}

/** Recorded values: term at the left, value at the right; stacked on a phone. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="divide-y divide-separator">
      {facts.map(({ term, value }) => (
        <div key={term} className="grid gap-x-4 gap-y-0.5 py-2.5 sm:grid-cols-[9rem_1fr]">
          <dt className="text-muted">{term}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
