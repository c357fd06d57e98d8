"use client";

import { FailedScreen } from "@/components/layout/failed-screen";

export default function RootError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <FailedScreen digest={error.digest} onRetry={reset} />
    </main>
  );
}
