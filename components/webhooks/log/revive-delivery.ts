import type { DeliveryDetail, DeliveryRow } from "@/lib/webhooks/schema";

/** JSON brings moments as text. */
export function reviveDelivery<Row extends DeliveryRow>(row: Row): Row {
  const { createdAt, nextAttemptAt, endedAt } = row;
  return {
    ...row,
    createdAt: new Date(createdAt),
    nextAttemptAt: nextAttemptAt && new Date(nextAttemptAt),
    endedAt: endedAt && new Date(endedAt),
  };
}

/** The same of a message with its attempts. */
export function reviveDetail(detail: DeliveryDetail): DeliveryDetail {
  const attempts = detail.attempts.map((attempt) => ({
    ...attempt,
    startedAt: new Date(attempt.startedAt),
  }));
  return { ...reviveDelivery(detail), attempts };
}
