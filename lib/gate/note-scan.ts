import { deviceClass } from "@/lib/gate/device-class";
import type { Answer } from "@/lib/gate/answer";
import type { Gate } from "@/lib/gate/gate";
import { visitorOf } from "@/lib/gate/visitor";

const USER_AGENT_MAX_LENGTH = 512;

export interface NotedScan {
  scene: NonNullable<Answer["scene"]>;
  address: string;
  userAgent: string;
  sceneValue: number | null;
  testToken: string | null;
  /** What the mini program told of it; null for the question itself. */
  report: { device: string | null } | null;
}

/** Puts a scan down to be written. Address and user agent go no further than this. */
export function noteScan({ env, heard }: Gate, scan: NotedScan): void {
  const { scene, address, sceneValue, testToken, report } = scan;
  const userAgent = scan.userAgent.slice(0, USER_AGENT_MAX_LENGTH);
  heard.add({
    sceneId: scene.id,
    version: scene.version,
    heardAtMs: performance.now(),
    visitor: visitorOf(env.MINTDESK_SECRET, address, userAgent),
    isReport: report !== null,
    sceneValue,
    device: report?.device ?? deviceClass(userAgent),
    testToken,
  });
}
