import { clientAddress } from "@/lib/core/client-address.mjs";
import type { Answer } from "@/lib/gate/answer";
import { wrongMethod } from "@/lib/gate/error-replies";
import { findAnswer } from "@/lib/gate/find-answer";
import type { Call, Gate } from "@/lib/gate/gate";
import { noteScan } from "@/lib/gate/note-scan";
import { readHints } from "@/lib/gate/schema";
import { send, sendPreflight } from "@/lib/gate/send";
import { signAnswer } from "@/lib/gate/sign-answer";

/** `/v1/mini-programs/{appid}/scenes/{scene}`: what the scene means now. Asking is a scan. */
export async function serveScene(gate: Gate, { req, env }: Call): Promise<Response> {
  const { incoming, outgoing } = env;
  if (req.method === "OPTIONS") return sendPreflight(outgoing);
  if (req.method !== "GET") return send(outgoing, wrongMethod("GET"));
  const address = clientAddress(incoming, gate.env.MINTDESK_TRUST_PROXY);
  const found = await findAnswer(gate, req.url, address);
  if (!("scene" in found) || found.scene === null) return send(outgoing, found);
  const userAgent = incoming.headers["user-agent"] ?? "";
  noteScan(gate, { ...readHints(req.url), scene: found.scene, address, userAgent, report: null });
  return send(outgoing, { ...found, headers: answerHeaders(found) });
}

function answerHeaders({ body, goodUntilMs, signingKey }: Answer): Record<string, string> {
  const leftMs = Math.max(0, goodUntilMs - performance.now());
  return {
    "Cache-Control": `private, max-age=${Math.floor(leftMs / 1_000)}`,
    ...(signingKey && { "X-Mintdesk-Signature": signAnswer(signingKey, body) }),
  };
}
