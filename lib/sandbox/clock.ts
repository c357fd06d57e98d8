import { z } from "zod";

const MAX_ADVANCE_MS = 366 * 86_400_000;

/** Exactly one way of moving the clock. */
export const ClockInput = z
  .strictObject({
    /** From where the clock stands now. */
    advanceMs: z.number().int().min(0).max(MAX_ADVANCE_MS),
    at: z.iso.datetime({ offset: true }),
    /** From the real time, either way. */
    offsetMs: z.number().int(),
  })
  .partial()
  .refine(
    (input) => Object.values(input).filter((value) => value !== undefined).length === 1,
    "give exactly one of advanceMs, at and offsetMs",
  );
export type ClockInput = z.input<typeof ClockInput>;

export type ClockView = {
  /** ISO 8601. */
  now: string;
  offsetMs: number;
};

/** The first group of a rid has eight hex digits, which end in 2106. */
const LATEST_MS = Date.UTC(2106, 0, 1);

/** The sandbox's own time: the real one and an offset. */
export class SandboxClock {
  private offsetMs = 0;

  constructor(private readonly realNow: () => number) {}

  readonly now = (): number => this.realNow() + this.offsetMs;

  /** False, and nothing moved, when it would leave the years 1970 to 2105. Throws a ZodError on bad input. */
  move(input: ClockInput): boolean {
    const { advanceMs = 0, at, offsetMs } = ClockInput.parse(input);
    const offset =
      at === undefined ? (offsetMs ?? this.offsetMs + advanceMs) : Date.parse(at) - this.realNow();
    const nowMs = this.realNow() + offset;
    if (nowMs < 0 || nowMs >= LATEST_MS) return false;
    this.offsetMs = offset;
    return true;
  }

  reset(): void {
    this.offsetMs = 0;
  }

  view(): ClockView {
    return { now: new Date(this.now()).toISOString(), offsetMs: this.offsetMs };
  }
}
