import { z } from "zod";

/** Ten minutes. */
export const MAX_WAIT_MS = 600_000;

const Wait = z.number().int().min(0).max(MAX_WAIT_MS);

/** How long an answer takes: nothing, always the same, evenly spread, or with a long tail. */
export const Latency = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("fixed"), ms: Wait }),
  z
    .strictObject({ kind: z.literal("uniform"), minMs: Wait, maxMs: Wait })
    .refine(({ minMs, maxMs }) => minMs <= maxMs, "minMs is more than maxMs"),
  z.strictObject({
    kind: z.literal("lognormal"),
    medianMs: Wait,
    /** Of the logarithm: 0.5 puts one call in twenty over 2.3 medians. */
    sigma: z.number().min(0).max(5),
    maxMs: Wait,
  }),
]);
export type Latency = z.infer<typeof Latency>;

/** One wait in whole milliseconds. `random` gives 0 up to 1. */
export function drawLatencyMs(latency: Latency, random: () => number): number {
  switch (latency.kind) {
    case "none":
      return 0;
    case "fixed":
      return latency.ms;
    case "uniform":
      return Math.round(latency.minMs + random() * (latency.maxMs - latency.minMs));
    case "lognormal": {
      const drawn = latency.medianMs * Math.exp(latency.sigma * drawNormal(random));
      return Math.round(Math.min(drawn, latency.maxMs));
    }
  }
}

/** Box and Muller's way from two even numbers to a standard normal one. */
function drawNormal(random: () => number): number {
  // The logarithm of 0 would be endless; 1 - random() is never 0.
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}
