/** A child process that measures one contender once: its name, a database of its own, rows. */
import { CONTENDERS } from "@/bench/batch-plan/contenders";

const SAMPLE_EVERY_MS = 20;
const MEBIBYTE = 1024 * 1024;

const [name = "", databaseUrl = "", rows = ""] = process.argv.slice(2);
const measured = await CONTENDERS[name]?.(databaseUrl, Number(rows));
if (measured === undefined) throw new Error(`No contender is called ${name}.`);

globalThis.gc?.();
const restMb = process.memoryUsage.rss() / MEBIBYTE;
let peakMb = restMb;
const sample = () => {
  peakMb = Math.max(peakMb, process.memoryUsage.rss() / MEBIBYTE);
};
const sampling = setInterval(sample, SAMPLE_EVERY_MS);
const startedAt = performance.now();
await measured();
const tookMs = performance.now() - startedAt;
clearInterval(sampling);
sample();
process.send?.({ tookMs, addedMb: peakMb - restMb });
process.disconnect();
setTimeout(() => process.exit(0), 100).unref();
