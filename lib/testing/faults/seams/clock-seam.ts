import { readFileSync } from "node:fs";

const LOOK_MS = 20;

/** Lets this process's wall clock jump; the monotonic one goes on as a real one would. */
export function shiftClock(file: string): void {
  const RealDate = Date;
  let offsetMs = 0;
  const now = () => RealDate.now() + offsetMs;
  setInterval(() => {
    offsetMs = Number(readFileSync(file, "utf8"));
  }, LOOK_MS).unref();
  // A proxy and no subclass: what Node itself makes stays an instance of Date.
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given: [], newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    get: (target, name, receiver) => (name === "now" ? now : Reflect.get(target, name, receiver)),
  });
}
