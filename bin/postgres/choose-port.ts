import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { isPortFree } from "../supervisor/is-port-free";

const LOCALHOST = "127.0.0.1";

/** The database's port: the one of last time when it is free, else any free one, remembered in `file`. */
export async function choosePort(file: string): Promise<number> {
  const last = Number(await readFile(file, "utf8").catch(() => ""));
  if (last > 0 && (await isPortFree(last, LOCALHOST))) return last;
  const port = await findFreePort();
  await writeFile(file, `${port}\n`);
  return port;
}

/** A port nobody uses at this moment, chosen by the system. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, LOCALHOST, resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return address.port;
}
