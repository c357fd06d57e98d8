import type { Reply } from "@/lib/gate/answer";

/** What went wrong and what to do about it, for the developers who read it. */
export function errorReply(
  status: number,
  word: string,
  cause: string,
  fix: string,
  headers: Record<string, string> = {},
): Reply {
  return { status, body: JSON.stringify({ error: word, cause, fix }), headers };
}

/**
 * The one answer for what is unknown, whether AppID or scene, somebody else's or no scene at all: it tells
 * nobody what there is. A short age of its own, so that it does not tell either who has asked before.
 */
export const UNKNOWN_SCENE = errorReply(
  404,
  "unknown_scene",
  "nothing is known under this AppID and scene.",
  "ask for the scene as it was scanned: decoded once, then percent-encoded once into the path.",
  { "Cache-Control": "private, max-age=1" },
);

export const UNAVAILABLE = errorReply(
  503,
  "unavailable",
  "the answer cannot be looked up for the moment.",
  "ask again after the seconds of Retry-After, and go on with the last known answer meanwhile.",
  { "Retry-After": "2" },
);

export const TOO_LARGE = errorReply(
  413,
  "too_large",
  "a report has at most 4 KB.",
  "send sceneValue, device and testToken only.",
);

/** For a resource that knows only these methods. */
export function wrongMethod(allowed: string): Reply {
  return errorReply(
    405,
    "wrong_method",
    "this address does not know the method.",
    `use ${allowed}.`,
    {
      Allow: `${allowed}, OPTIONS`,
    },
  );
}

export function tooMany(seconds: number): Reply {
  return errorReply(
    429,
    "too_many_requests",
    "more was asked in a minute than is answered.",
    "ask again after the seconds of Retry-After, and keep answers for as long as Cache-Control says.",
    { "Retry-After": String(seconds) },
  );
}
