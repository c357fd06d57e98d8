import { once } from "node:events";
import { connect } from "node:net";

const TICK_MS = 50;

export interface Downloaded {
  byteCount: number;
  wallMs: number;
  firstByteMs: number;
}

interface Pace {
  /** Without it as fast as it comes. */
  bytesPerSecond?: number;
  /** Goes away after so long. */
  forMs?: number;
}

/** Downloads and discards, into one buffer that is never looked at, so that the client costs next to nothing. */
export async function download(
  port: number,
  { bytesPerSecond, forMs }: Pace = {},
): Promise<Downloaded> {
  const startedAt = performance.now();
  let firstByteMs = Number.NaN;
  let byteCount = 0;
  const allowed = () =>
    bytesPerSecond === undefined
      ? Infinity
      : (bytesPerSecond * (performance.now() - startedAt)) / 1_000;
  const socket = connect({
    port,
    host: "127.0.0.1",
    onread: {
      buffer: Buffer.alloc(bytesPerSecond === undefined ? 1024 * 1024 : 64 * 1024),
      callback: (length) => {
        if (byteCount === 0) firstByteMs = performance.now() - startedAt;
        byteCount += length;
        return byteCount < allowed();
      },
    },
  });
  const timers = [
    ...(bytesPerSecond === undefined
      ? []
      : [setInterval(() => byteCount < allowed() && socket.resume(), TICK_MS)]),
    ...(forMs === undefined ? [] : [setTimeout(() => socket.destroy(), forMs)]),
  ];
  socket.write("GET / HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n\r\n");
  await once(socket, "close");
  for (const timer of timers) clearTimeout(timer);
  return { byteCount, firstByteMs, wallMs: performance.now() - startedAt };
}
