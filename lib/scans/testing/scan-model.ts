/** Counting as one would do it by hand: event by event, in their order. */

const MINUTE_MS = 60_000;
const STAFF_FOR_MS = 600_000;

export interface ModelEvent {
  scene: number;
  visitor: number;
  atMs: number;
  isReport: boolean;
  sceneValue: number | null;
  device: string | null;
  testToken: string | null;
}

export interface ModelTest {
  scene: number;
  token: string;
  startMs: number;
  endMs: number;
}

export interface ModelScan {
  scene: number;
  visitor: number;
  atMs: number;
  sceneValue: number | null;
  device: string | null;
  isTest: boolean;
  isRepeat: boolean;
}

interface SeenTest {
  test: ModelTest;
  atMs: number;
  visitor: number;
  scan: ModelScan;
}

/** The scans and the tests that were seen. */
export function countByHand(events: readonly ModelEvent[], tests: readonly ModelTest[]) {
  const scans: ModelScan[] = [];
  const seen: SeenTest[] = [];
  for (const event of events) {
    const { scene, visitor, atMs, sceneValue, device } = event;
    const last = scans.findLast(
      (scan) => scan.scene === scene && scan.visitor === visitor && scan.atMs >= atMs - MINUTE_MS,
    );
    const isScan = !event.isReport || last === undefined;
    const added = { scene, visitor, atMs, sceneValue, device, isTest: false };
    const scan = isScan ? { ...added, isRepeat: last !== undefined } : last;
    if (isScan) scans.push(scan);
    scan.sceneValue = sceneValue ?? scan.sceneValue;
    scan.device = device ?? scan.device;
    const test = tests.find(
      (test) =>
        test.scene === scene &&
        test.startMs <= atMs &&
        atMs < test.endMs &&
        !seen.some((other) => other.test === test) &&
        (event.testToken === null ? isScan : event.testToken === test.token),
    );
    if (test) seen.push({ test, atMs, visitor, scan });
    const isStaff = seen.some(
      (other) =>
        other.test.scene === scene &&
        other.visitor === visitor &&
        atMs <= other.atMs + STAFF_FOR_MS,
    );
    if (isScan && isStaff) scan.isTest = true;
  }
  return { scans, seen };
}
