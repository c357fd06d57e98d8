import { createSecretKey } from "node:crypto";
import type { KeyObject } from "node:crypto";
import type { Answer } from "@/lib/gate/answer";
import { UNKNOWN_SCENE } from "@/lib/gate/error-replies";
import type { LookUps } from "@/lib/gate/look-ups";
import type { Target } from "@/lib/gate/read-target";
import type { ResolvedRow } from "@/lib/gate/resolve-statement";
import { log } from "@/lib/log";
import { openSigningKey } from "@/lib/mini-programs/signing-key";

/** No answer is kept for longer, by us or by whoever asked. */
const KEPT_MS = 5_000;

/** What a scene answers now. */
export async function resolveScene(
  lookUps: LookUps,
  masterSecret: string,
  { appId, scene }: Target,
): Promise<Answer> {
  // Counted from before the question, so that no answer outlives the moment the database named.
  const askedMs = performance.now();
  const row = await lookUps.find({ appId, scene });
  if (!row) {
    const goodUntilMs = askedMs + KEPT_MS;
    return { ...UNKNOWN_SCENE, status: 404, scene: null, signingKey: null, goodUntilMs };
  }
  const shared = {
    signingKey: openKey(masterSecret, row),
    goodUntilMs: askedMs + Math.min(KEPT_MS, row.changes_in_ms ?? KEPT_MS),
  };
  return row.is_retired
    ? { ...shared, status: 410, body: retiredBody(row), scene: { id: row.scene_id, version: null } }
    : {
        ...shared,
        status: 200,
        body: sceneBody(scene, row),
        scene: { id: row.scene_id, version: row.version },
      };
}

// Payloads are put in as the database has them: reading and writing 8 KB again would change nothing.
function sceneBody(scene: string, row: ResolvedRow): string {
  const { page, payload, version, campaign, effective_from: effectiveFrom } = row;
  return (
    `{"scene":${JSON.stringify(scene)},"page":${JSON.stringify(page)},"payload":${payload ?? "null"},` +
    `"version":${version},"campaign":${JSON.stringify(campaign)},"effectiveFrom":"${effectiveFrom.toISOString()}"}`
  );
}

function retiredBody({ fallback_page: page, fallback_payload: payload }: ResolvedRow): string {
  const fallback =
    page === null ? "null" : `{"page":${JSON.stringify(page)},"payload":${payload ?? "null"}}`;
  return `{"error":"retired","fallback":${fallback}}`;
}

/** A key that does not open leaves the answer unsigned, which whoever checks signatures refuses. */
function openKey(masterSecret: string, row: ResolvedRow): KeyObject | null {
  const { mini_program_id: miniProgramId, signing_key_ciphertext: ciphertext } = row;
  if (ciphertext === null) return null;
  try {
    return createSecretKey(
      openSigningKey(masterSecret, miniProgramId, ciphertext).reveal(),
      "utf8",
    );
  } catch (error) {
    log.error({ err: error, miniProgramId }, "an answer goes out unsigned: its key does not open");
    return null;
  }
}
