import type { RequestEntry } from "@/lib/sandbox/request-log";
import type { Sandbox } from "@/lib/sandbox/server";

const LOOK_MS = 100;

/** Every call the sandbox ever had, where its own log keeps the last thousand. */
export interface History {
  all(): readonly RequestEntry[];
  /** Calls for pictures whose scene or path holds the text. */
  callsFor(text: string): readonly RequestEntry[];
  ofAccount(appid: string, endpoint?: RequestEntry["endpoint"]): readonly RequestEntry[];
  close(): void;
}

export function watchSandbox({ state }: Sandbox): History {
  const entries: RequestEntry[] = [];
  const look = () => {
    const last = entries.at(-1)?.seq ?? 0;
    // The entries themselves: the sandbox fills in what came of them later.
    entries.push(...state.listRequests().filter(({ seq }) => seq > last));
  };
  const timer = setInterval(look, LOOK_MS);
  const read = () => {
    look();
    return entries;
  };
  return {
    all: read,
    callsFor: (text) => read().filter(({ body }) => wantedOf(body).includes(text)),
    ofAccount: (appid, endpoint) =>
      read().filter((entry) => entry.appid === appid && (!endpoint || entry.endpoint === endpoint)),
    close: () => clearInterval(timer),
  };
}

/** The scene of B, the path of A. */
export function wantedOf(body: unknown): string {
  if (typeof body !== "object" || body === null) return "";
  const { scene, path } = body as { scene?: unknown; path?: unknown };
  return String(scene ?? path ?? "");
}
