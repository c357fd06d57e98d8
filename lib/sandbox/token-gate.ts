import type { Account } from "./account";
import type { SandboxState } from "./state";
import type { WireRequest } from "./wire-request";

/** Longer than any real token: the docs say store at least 512 (section 1.1). */
const WELL_FORMED_TOKEN = /^[0-9A-Za-z_-]{1,512}$/;

/**
 * Whose token it is, or 41001 missing, 40014 malformed, 40001 unknown or replaced, 42001 expired
 * (section 4).
 */
export function admitToken(
  state: SandboxState,
  request: WireRequest,
): { account: Account } | { errcode: number } {
  const token = request.query.get("access_token") ?? "";
  if (token === "") return { errcode: 41001 };
  if (!WELL_FORMED_TOKEN.test(token)) return { errcode: 40014 };
  const found = state.checkToken(token);
  if (found === null) return { errcode: 40001 };
  return found.errcode === 0 ? { account: found.account } : { errcode: found.errcode };
}
