import type { IncomingMessage, ServerResponse } from "node:http";

import type { AnswerOptions } from "./answer-code";
import { ANSWERS } from "./answers";
import { CODE_ENDPOINTS, type Endpoint } from "./endpoints";
import { sendAnswer, sendFaulty } from "./fault-effects";
import type { FaultHit } from "./faults";
import { drawLatencyMs } from "./latency";
import type { SandboxState } from "./state";
import { waitForCaller } from "./wait-for-caller";
import type { WireAnswer } from "./wire-answer";
import { readWireRequest, type WireRequest } from "./wire-request";

/** Serves one call of WeChat's own endpoints: log, fault or work, latency, answer. */
export async function serveWire(
  state: SandboxState,
  endpoint: Endpoint,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const request = await readWireRequest(incoming);
  const appid = guessAppid(state, request);
  const at = new Date(state.now()).toISOString();
  const entry = state.requests.open(
    { at, endpoint, method: request.method, appid },
    request.body ?? "",
  );
  const hit = state.faults.take(endpoint, appid);
  entry.fault = hit?.fault.kind ?? null;
  const wait = (ms: number) => waitForCaller(outgoing, ms);
  await wait(state.settings.latencyMs);
  const answer = await work(state, endpoint, request, { hit, wait });
  entry.wasCounted = answer?.wasCounted ?? false;
  entry.appid = answer?.appid ?? appid;
  const { latency } = state.settings;
  await wait(drawLatencyMs(latency[endpoint] ?? latency["*"] ?? { kind: "none" }, state.random));
  if (outgoing.destroyed) return;
  if (answer !== null && (hit === null || hit.fault.kind === "slow")) {
    entry.errcode = answer.errcode;
    state.rids.remember(request, entry, answer, state.now());
    sendAnswer(outgoing, answer);
  } else if (hit !== null) {
    const shown = await sendFaulty(outgoing, hit.fault, answer, state.now());
    entry.errcode = shown?.errcode ?? null;
    if (shown !== null) state.rids.remember(request, entry, shown, state.now());
  }
}

/** Null when the fault comes instead of the work. A slow answer waits after it, or before it. */
async function work(
  state: SandboxState,
  endpoint: Endpoint,
  request: WireRequest,
  { hit, wait }: { hit: FaultHit | null; wait: (ms: number) => Promise<void> },
): Promise<WireAnswer | null> {
  if (hit === null) return answerOf(state, endpoint, request, { isCounting: true });
  const { fault, counted } = hit;
  if (fault.kind === "slow" && counted === "after") await wait(fault.ms);
  if (fault.kind === "slow" || counted === "before") {
    const answer = await answerOf(state, endpoint, request, { isCounting: true });
    if (fault.kind === "slow" && counted === "before") await wait(fault.ms);
    return answer;
  }
  // Only pictures can be had without doing the work; any other answer is cut from an error.
  const isPicture = Object.values(CODE_ENDPOINTS).includes(endpoint);
  const needsBytes = fault.kind === "truncated_jpeg" || fault.kind === "truncated_body";
  return needsBytes && isPicture ? answerOf(state, endpoint, request, { isCounting: false }) : null;
}

async function answerOf(
  state: SandboxState,
  endpoint: Endpoint,
  request: WireRequest,
  options: AnswerOptions,
): Promise<WireAnswer> {
  return ANSWERS[endpoint](state, request, options);
}

/** For fault rules and the log: the account the call seems to be for, valid or not. */
function guessAppid(state: SandboxState, request: WireRequest): string | null {
  const token = request.query.get("access_token");
  if (token !== null) {
    const account = state.checkToken(token)?.account.appid;
    return (
      account ?? state.components.checkAuthorizer(token, state.now())?.authorization.appid ?? null
    );
  }
  const named =
    request.query.get("appid") ??
    /"(?:component_)?appid"\s*:\s*"(wx\w+)"/.exec(request.body ?? "")?.[1];
  return named ?? null;
}
