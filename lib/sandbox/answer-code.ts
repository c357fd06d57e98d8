import type { Account } from "./account";
import { checkCodeBody, type Checked } from "./code-checks";
import type { CodeKind, CodeRequest, Picture } from "./code-request";
import { drawStamped } from "./draw-stamped";
import { CODE_ENDPOINTS } from "./endpoints";
import type { SandboxState } from "./state";
import { admitToken } from "./token-gate";
import { errorAnswer, type WireAnswer } from "./wire-answer";
import type { WireRequest } from "./wire-request";

export type AnswerOptions = {
  /** False when a fault comes before the counting: everything is checked, nothing is taken. */
  isCounting: boolean;
};

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
  const admitted = admitToken(state, CODE_ENDPOINTS[kind], request);
  if ("errcode" in admitted) return errorAnswer(admitted.errcode, nowMs, admitted.errmsg);
  const { account } = admitted;
  const refuse = (errcode: number): WireAnswer => ({
    ...errorAnswer(errcode, nowMs),
    appid: account.appid,
  });
  const { rateWindows, drawing } = state.settings;
  if (isCounting && account.calls.take(CODE_ENDPOINTS[kind], nowMs, rateWindows) !== null) {
    return refuse(kind === "B" ? state.settings.minuteLimitErrcode : 45009);
  }
  const checked = checkCodeBody(kind, request.body, {
    appid: account.appid,
    publishedPages: account.publishedPages,
    whiteStaysBlack: state.settings.whiteStaysBlack,
  });
  if ("errcode" in checked) return refuse(checked.errcode);
  const taken = isCounting ? takeCount(state, account, checked) : "free";
  if (typeof taken === "number") return refuse(taken);
  const used = account.count.used;
  const { pictures } = state;
  const picture = await (drawing === "once"
    ? drawStamped(pictures, checked.request)
    : pictures.draw(checked.request));
  const answer = pictureAnswer(state, checked.request, picture, used);
  return { ...answer, appid: account.appid, wasCounted: taken === "counted" };
}

/** Counts what is limited for life (sections 2.1, 2.3), or the errcode of a full count. */
function takeCount(
  state: SandboxState,
  account: Account,
  { request, isPageUnchecked = false }: Extract<Checked, { request: CodeRequest }>,
): "counted" | "free" | number {
  const { lookCounts, uncheckedPagesErrcode: errcode } = state.settings;
  if (request.kind !== "B") {
    const taken = account.count.take(request, lookCounts);
    if (taken === "counted") state.touch();
    return taken === "refused" ? 45029 : taken;
  }
  if (!isPageUnchecked || errcode === 0) return "free";
  const taken = account.uncheckedPages.takeIdentity(request.target);
  if (taken === "counted") state.touch();
  return taken === "refused" ? errcode : "free";
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
  const { bytes: body } = picture;
  return { status: 200, headers, body, errcode: 0, rid: null, appid: null, wasCounted: false };
}
