import { connect } from "node:net";
import { sceneValue } from "@/bench/resolver/scene-value";

/** What a server is asked for how long. */
export interface PressOrder {
  port: number;
  appId: string;
  connections: number;
  forMs: number;
  /** Scenes are drawn from so many; each is asked for once until all were. */
  sceneCount: number;
  /** Where the drawing begins. */
  from: number;
  /** The share of questions for one of a thousand scenes that everybody scans. */
  repeatedShare: number;
}

export interface PressResult {
  answersPerSecond: number;
  /** Answers that were not 200, and connections lost. */
  errorCount: number;
  p50Ms: number;
  p99Ms: number;
}

const HOT_SCENES = 1_000;
/** More than any server here answers in a second. */
const MOST_PER_SECOND = 40_000;
/** Has no common divisor with a round number of scenes, so that neighbours in time are none on the disk. */
const STRIDE = 7_919;

/** Questions over keep-alive connections, each sent when the last was answered, by the plainest client there is. */
export async function press(order: PressOrder): Promise<PressResult> {
  const requests = drawRequests(order);
  const tally = { latencies: [] as number[], errorCount: 0 };
  const startedMs = performance.now();
  const untilMs = startedMs + order.forMs;
  let sent = 0;
  const next = (): string | null => {
    if (performance.now() >= untilMs) return null;
    sent += 1;
    return requests[sent % requests.length] ?? null;
  };
  const connections = Array.from({ length: order.connections }, () => ask(order.port, next, tally));
  await Promise.all(connections);
  const seconds = (performance.now() - startedMs) / 1_000;
  const sorted = tally.latencies.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return {
    answersPerSecond: sorted.length / seconds,
    errorCount: tally.errorCount,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
  };
}

function drawRequests({ appId, forMs, sceneCount, from, repeatedShare }: PressOrder): string[] {
  const count = Math.min(Math.ceil((forMs / 1_000) * MOST_PER_SECOND), Math.max(sceneCount, 1_000));
  return Array.from({ length: count }, (_, at) => {
    const isRepeated = (at * 0.618_034) % 1 < repeatedShare;
    const number = isRepeated ? at % HOT_SCENES : ((from + at) * STRIDE) % sceneCount;
    const path = `/v1/mini-programs/${appId}/scenes/${sceneValue(number)}`;
    return `GET ${path} HTTP/1.1\r\nHost: gate\r\nUser-Agent: MicroMessenger/8.0.50 (iPhone)\r\n\r\n`;
  });
}

/** One connection, until there is nothing more to send. */
function ask(
  port: number,
  next: () => string | null,
  tally: { latencies: number[]; errorCount: number },
): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let received = "";
    let sentMs = 0;
    let isDone = false;
    const send = () => {
      const request = next();
      isDone = request === null;
      if (request === null) return socket.end();
      received = "";
      sentMs = performance.now();
      return socket.write(request);
    };
    socket.setEncoding("latin1");
    socket.on("connect", send);
    socket.on("data", (text: string) => {
      received += text;
      if (!isWhole(received)) return;
      tally.latencies.push(performance.now() - sentMs);
      if (!received.startsWith("HTTP/1.1 200")) tally.errorCount += 1;
      send();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      if (!isDone) tally.errorCount += 1;
      resolve();
    });
  });
}

/** Whether an answer has arrived to its end, said by length or in chunks. */
function isWhole(received: string): boolean {
  const bodyAt = received.indexOf("\r\n\r\n") + 4;
  if (bodyAt < 4) return false;
  const length = /content-length: (\d+)/i.exec(received)?.[1];
  return length === undefined
    ? received.endsWith("\r\n0\r\n\r\n")
    : received.length - bodyAt >= Number(length);
}
