import type { KeyObject } from "node:crypto";

/** What goes out, and whatever headers it has beside those of every answer. */
export interface Reply {
  status: number;
  body: string;
  headers?: Readonly<Record<string, string>>;
}

/** What a scene answers for the moment. */
export interface Answer extends Reply {
  status: 200 | 404 | 410;
  /** What a scan of it is written down under; null when nobody knows the scene. */
  scene: { id: string; version: number | null } | null;
  /** Of a mini program whose answers are signed. */
  signingKey: KeyObject | null;
  /** It may go out until then, by the clock of `performance.now()`. */
  goodUntilMs: number;
}
