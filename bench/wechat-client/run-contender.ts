/** A child process that mints with one contender and reports what it cost: name, base URL, scratch, codes, in flight. */
import { CONTENDERS, type MintOne } from "@/bench/wechat-client/contenders";

const WARM_UP_CODES = 500;
const SAMPLE_EVERY_CODES = 16;
const MEBIBYTE = 1024 * 1024;

/** Mints so many codes, so many at a time, and gives the peak RSS on the way. */
async function mintMany(mint: MintOne, codes: number, inFlight: number): Promise<number> {
  let next = 0;
  let bytes = 0;
  let peak = process.memoryUsage.rss();
  const work = async (): Promise<void> => {
    while (next < codes) {
      const code = next++;
      const size = await mint(`s=${code}`);
      bytes += size;
      if (code % SAMPLE_EVERY_CODES === 0) peak = Math.max(peak, process.memoryUsage.rss());
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
  if (bytes < codes * 1_000) throw new Error("These were no pictures.");
  return peak;
}

const [name = "", baseUrl = "", scratch = "", codes = "", inFlight = ""] = process.argv.slice(2);
const mint = await CONTENDERS[name]?.({ baseUrl, scratch, connections: Number(inFlight) });
if (mint === undefined) throw new Error(`No contender is called ${name}.`);

// The first call alone, so that the token is there for all; no contender is measured on that.
await mint("s=first");
globalThis.gc?.();
const restMb = process.memoryUsage.rss() / MEBIBYTE;
const warmPeak = await mintMany(mint, WARM_UP_CODES, Number(inFlight));
const before = process.cpuUsage();
const peak = await mintMany(mint, Number(codes), Number(inFlight));
const { user, system } = process.cpuUsage(before);
process.send?.({
  cpuMs: (user + system) / 1000,
  addedMb: Math.max(warmPeak, peak) / MEBIBYTE - restMb,
});
process.disconnect();
setTimeout(() => process.exit(0), 100).unref();
