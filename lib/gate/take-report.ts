import { clientAddress } from "@/lib/core/client-address.mjs";
import type { Reply } from "@/lib/gate/answer";
import { errorReply, TOO_LARGE, wrongMethod } from "@/lib/gate/error-replies";
import { findAnswer } from "@/lib/gate/find-answer";
import type { Call, Gate } from "@/lib/gate/gate";
import { noteScan } from "@/lib/gate/note-scan";
import { readBody } from "@/lib/gate/read-body";
import { ScanReport } from "@/lib/gate/schema";
import { send, sendPreflight } from "@/lib/gate/send";

const BODY_MAX_BYTES = 4 * 1024;
const TAKEN: Reply = { status: 202, body: '{"status":"taken"}' };

/** `/v1/mini-programs/{appid}/scenes/{scene}/scans`: what a mini program tells of a scan, beside having asked. */
export async function takeReport(gate: Gate, { req, env }: Call): Promise<Response> {
  const { incoming, outgoing } = env;
  if (req.method === "OPTIONS") return sendPreflight(outgoing);
  if (req.method !== "POST") return send(outgoing, wrongMethod("POST"));
  const address = clientAddress(incoming, gate.env.MINTDESK_TRUST_PROXY);
  const found = await findAnswer(gate, req.url, address);
  if (!("scene" in found) || found.scene === null) return send(outgoing, found);
  const { scene } = found;
  const body = await readBody(incoming, BODY_MAX_BYTES);
  if (body === null) return send(outgoing, TOO_LARGE);
  const told = ScanReport.safeParse(parse(body));
  if (!told.success) return send(outgoing, invalidReport(told.error.issues));
  const { sceneValue = null, device = null, testToken = null } = told.data;
  const userAgent = incoming.headers["user-agent"] ?? "";
  noteScan(gate, { scene, address, userAgent, sceneValue, testToken, report: { device } });
  return send(outgoing, TAKEN);
}

/** An empty body says as much as an empty object. */
function parse(text: string): unknown {
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function invalidReport(issues: readonly { path: PropertyKey[]; message: string }[]): Reply {
  const causes = issues.map(({ path, message }) => `${path.join(".") || "the body"} ${message}`);
  const fix =
    'send JSON such as {"sceneValue":1047,"device":"iPhone 15","testToken":"…"}; each part may be left out.';
  return errorReply(400, "invalid_report", `${causes.join("; ")}.`, fix);
}
