import type { Account } from "./account";
import { checkCodeBody } from "./code-checks";
import type { CodeKind, CodeRequest, Picture } from "./code-request";
import { CODE_ENDPOINTS } from "./endpoints";
import type { SandboxState } from "./state";
import { errorAnswer, type WireAnswer } from "./wire-answer";
import type { WireRequest } from "./wire-request";

export type AnswerOptions = {
  /** False when a fault comes before the counting: everything is checked, nothing is taken. */
  isCounting: boolean;
};

/** Longer than any real token: the docs say store at least 512 (section 1.1). */
const WELL_FORMED_TOKEN = /^[0-9A-Za-z_-]{1,512}$/;

/** Answers A, B or C with WeChat's order of checks (section 2.4). */
export async function answerCode(
  state: SandboxState,
  kind: CodeKind,
  request: WireRequest,
  { isCounting }: AnswerOptions,
): Promise<WireAnswer> {
  const nowMs = state.now();
  if (request.method !== "POST" && !(kind === "C" && state.settings.getOnC === 44002)) {
    return errorAnswer(43002, nowMs);
  }
  const admitted = admit(state, request);
  if ("errcode" in admitted) return errorAnswer(admitted.errcode, nowMs);
  const { account } = admitted;
  const refuse = (errcode: number): WireAnswer => ({
    ...errorAnswer(errcode, nowMs),
    appid: account.appid,
  });
  if (isCounting && !takeRate(account, kind, nowMs)) {
    return refuse(kind === "B" ? state.settings.minuteLimitErrcode : 45009);
  }
  const checked = checkCodeBody(kind, request.body, {
    appid: account.appid,
    publishedPages: account.publishedPages,
    whiteStaysBlack: state.settings.whiteStaysBlack,
  });
  if ("errcode" in checked) return refuse(checked.errcode);
  const isLimited = kind !== "B" && isCounting;
  const count = isLimited ? account.count.take(checked.request, state.settings.lookCounts) : "free";
  if (count === "refused") return refuse(45029);
  const used = account.count.used;
  const picture = await state.pictures.draw(checked.request);
  const answer = pictureAnswer(state, checked.request, picture, used);
  return { ...answer, appid: account.appid, wasCounted: count === "counted" };
}

/** Whose token it is, or 41001 missing, 40014 malformed, 40001 unknown or replaced, 42001 expired. */
function admit(
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

/** Calls are counted at the gate, repeats and failures included (section 2.1, "Rate"). */
function takeRate(account: Account, kind: CodeKind, nowMs: number): boolean {
  return account.rates[CODE_ENDPOINTS[kind]].every((window) => window.take(nowMs));
}

function pictureAnswer(
  { settings }: SandboxState,
  request: CodeRequest,
  picture: Picture,
  used: number,
): WireAnswer {
  const isPng = picture.format === "png";
  const filename = request.kind === "B" ? `_${request.scene}` : "QRCode.jpg";
  const headers: Record<string, string> = {
    "Content-Type": isPng ? settings.hyalineContentType : "image/jpeg",
    "Cache-Control": "no-cache, must-revalidate",
    "Content-disposition": `attachment; filename="${filename}"`,
    "Content-Length": String(picture.bytes.length),
  };
  const hasNumUsed =
    (request.kind === "A" && settings.numUsed !== "off") ||
    (request.kind === "C" && settings.numUsed === "A+C");
  if (hasNumUsed) headers["Num-Used"] = String(used);
  return { status: 200, headers, body: picture.bytes, errcode: 0, appid: null, wasCounted: false };
}
