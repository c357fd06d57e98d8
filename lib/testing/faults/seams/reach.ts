import type { Failpoint, Point } from "@/lib/testing/faults/failpoints";

export const armed: Failpoint[] = [];
const seen = new Map<Point, number>();
let losePower = () => {};

/** What a power cut takes with it, as the files know. */
export function onPowerCut(lose: () => void): void {
  losePower = lose;
}

/** The process has come to a point; it may not leave it. */
export function reach(point: Point): void {
  const count = (seen.get(point) ?? 0) + 1;
  seen.set(point, count);
  const due = armed.find((failpoint) => failpoint.point === point && failpoint.nth === count);
  if (!due) return;
  if (due.act === "cut") losePower();
  process.kill(process.pid, due.act === "stop" ? "SIGSTOP" : "SIGKILL");
}
