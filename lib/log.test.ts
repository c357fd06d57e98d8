import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, openSync } from "node:fs";
import { expect, it } from "vitest";

const PROGRAM = `
  import { log } from "@/lib/log";
  for (const line of [1, 2, 3]) log.warn({ line }, "nowhere to go");
  process.stderr.write("still alive");
`;

it.runIf(existsSync("/dev/full"))(
  "a disk too full for the log neither ends nor holds up the process",
  async () => {
    const args = ["--import", "tsx", "--input-type=module", "--eval", PROGRAM];
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", openSync("/dev/full", "w"), "pipe"],
      timeout: 20_000,
    });
    const said: Buffer[] = [];
    child.stderr?.on("data", (bytes: Buffer) => said.push(bytes));
    const [code] = await once(child, "close");
    expect({ said: Buffer.concat(said).toString(), code }).toEqual({
      said: "still alive",
      code: 0,
    });
  },
  30_000,
);
