/** A process that serves one contender's ZIP: its name, the folder, the file with the pictures, entries. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { CONTENDERS } from "@/bench/zip/contenders";
import type { SeededPicture } from "@/bench/zip/seed-pictures";

const [name = "", root = "", listFile = "", entryCount = ""] = process.argv.slice(2);
const prepare = CONTENDERS[name];
if (!prepare) throw new Error(`No contender is called ${name}.`);
const pictures = JSON.parse(readFileSync(listFile, "utf8")) as SeededPicture[];
const send = prepare({ root, pictures, entryCount: Number(entryCount) });

const server = createServer((_request, response) => {
  response.on("error", () => undefined);
  send(response).catch((error: unknown) => {
    response.destroy();
    if (response.writableAborted) return;
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  });
});
server.listen(0, "127.0.0.1", () => {
  globalThis.gc?.();
  process.send?.((server.address() as AddressInfo).port);
});
process.on("disconnect", () => process.exit(0));
