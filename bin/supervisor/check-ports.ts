import { PlainError } from "../bootstrap/plain-error.mjs";
import { isPortFree } from "./is-port-free";

/** A port a part will listen on, and the setting that changes it. */
export type NeededPort = { port: number; setting: string };

const LOCALHOST = "127.0.0.1";

/** Fails, naming the setting, when a port is taken on any address. */
export async function checkPorts(needed: NeededPort[]): Promise<void> {
  for (const { port, setting } of needed) {
    const twin = needed.find((other) => other.port === port && other.setting !== setting);
    if (twin) {
      throw new PlainError(`${setting} and ${twin.setting} are both ${port}.`, {
        cause: "two parts cannot listen on one port.",
        fix: `choose another: ${example(setting, port)}`,
      });
    }
    if ((await isPortFree(port)) && (await isPortFree(port, LOCALHOST))) continue;
    throw new PlainError(`Port ${port} is in use.`, {
      cause: `another program listens on it (${setting} is ${port}), or this user may not.`,
      fix: `end that program, or choose another port: ${example(setting, port)}`,
    });
  }
}

function example(setting: string, port: number): string {
  const other = port + 100 > 65_535 || port < 1024 ? 3100 : port + 100;
  return `${setting}=${other} npm start`;
}
