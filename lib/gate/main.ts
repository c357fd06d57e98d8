import { env } from "@/lib/env";
import { openGate } from "@/lib/gate/open-gate";
import { log } from "@/lib/log";

const gate = await openGate(env());
log.info({ port: gate.port }, "gate ready");
process.send?.("ready");

let isClosing = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => void stop(signal));
}

/** First signal: finish and write down. Second: out at once. */
async function stop(signal: string): Promise<void> {
  if (isClosing) process.exit(1);
  isClosing = true;
  log.info({ signal }, "gate closes");
  await gate.close();
  process.exit(0);
}
