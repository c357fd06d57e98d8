"use client";

import { FailedScreen } from "@/components/layout/failed-screen";

export default function DeskError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <FailedScreen digest={error.digest} onRetry={reset} />;
}
