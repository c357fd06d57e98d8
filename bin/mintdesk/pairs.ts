import { UsageError } from "./failures";
import type { Say } from "./say";

/** `name=value` as it stands on a command line. */
export function splitPair(text: string, say: Say): [name: string, value: string] {
  const place = text.indexOf("=");
  const [name, value] = [text.slice(0, place).trim(), text.slice(place + 1)];
  if (place < 1 || name === "") throw new UsageError(say("pairWrong", { text }));
  return [name, value];
}

/** Payload of `--payload '{…}'` and `--data name=value`, the latter winning; null without either. */
export function readPayload(
  { payload, data = [] }: { payload?: string; data?: string[] },
  say: Say,
): Record<string, unknown> | null {
  if (payload === undefined && data.length === 0) return null;
  const named = data.map((text) => splitPair(text, say));
  return { ...(payload !== undefined && readObject(payload, say)), ...Object.fromEntries(named) };
}

/** A JSON object written on the command line. */
export function readObject(text: string, say: Say): Record<string, unknown> {
  const value = parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new UsageError(say("jsonWrong", { text }));
  }
  return Object.fromEntries(Object.entries(value));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
