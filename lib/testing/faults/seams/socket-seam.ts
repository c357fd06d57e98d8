import net from "node:net";
import { reach } from "@/lib/testing/faults/seams/reach";

interface Answer {
  received: number;
  whole: number;
}

const PICTURE_REQUEST =
  /^POST \/(?:wxa\/getwxacode|wxa\/getwxacodeunlimit|cgi-bin\/wxaapp\/createwxaqrcode)/;

/** Stands before and after the request for a picture, and at its answer's headers and last byte. */
export function standAtSockets(): void {
  const asked = new WeakSet<net.Socket>();
  const answers = new WeakMap<net.Socket, Answer>();
  const socket = net.Socket.prototype as unknown as Record<
    "write" | "push",
    (...given: unknown[]) => boolean
  >;
  const { write, push } = socket;
  socket.write = function (this: net.Socket, ...given: unknown[]): boolean {
    if (!isPictureRequest(given[0])) return Reflect.apply(write, this, given);
    reach("beforeWrite");
    asked.add(this);
    // Head and body leave together at the end of this turn.
    setImmediate(() => reach("afterWrite"));
    return Reflect.apply(write, this, given);
  };
  socket.push = function (this: net.Socket, ...given: unknown[]): boolean {
    const [chunk] = given;
    if (!asked.has(this) || !Buffer.isBuffer(chunk)) return Reflect.apply(push, this, given);
    const answer = answers.get(this) ?? startOf(chunk);
    if (answer.received === 0) reach("headers");
    answer.received += chunk.length;
    answers.set(this, answer);
    const goesOn = Reflect.apply(push, this, given);
    if (answer.received >= answer.whole) {
      asked.delete(this);
      answers.delete(this);
      queueMicrotask(() => reach("body"));
    }
    return goesOn;
  };
}

function isPictureRequest(chunk: unknown): boolean {
  return typeof chunk === "string" && PICTURE_REQUEST.test(chunk);
}

function startOf(chunk: Buffer): Answer {
  const head = chunk.subarray(0, chunk.indexOf("\r\n\r\n") + 4).toString("latin1");
  const [, length = "0"] = /content-length:\s*(\d+)/i.exec(head) ?? [];
  return { received: 0, whole: head.length + Number(length) };
}
