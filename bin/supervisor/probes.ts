import { connect } from "node:net";

const LOCALHOST = "127.0.0.1";
const PATIENCE_MS = 5000;
const FIRST_COMPILE_MS = 60_000;

/** Whether somebody accepts connections on a local port. */
export function answersTcp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: LOCALHOST, timeout: PATIENCE_MS });
    const finish = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket.once("connect", () => finish(true));
    socket.once("timeout", () => finish(false));
    socket.once("error", () => finish(false));
  });
}

/** Whether the part on a local port calls itself healthy. */
export async function answersHealth(port: number, path: string): Promise<boolean> {
  try {
    const response = await fetch(`http://${LOCALHOST}:${port}${path}`, {
      redirect: "manual",
      signal: AbortSignal.timeout(FIRST_COMPILE_MS),
    });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}
