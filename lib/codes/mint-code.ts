import { authorize } from "@/lib/access/authorize";
import { awaitOutcome } from "@/lib/codes/await-outcome";
import { codeIdentity, codeParameters } from "@/lib/codes/code-parameters";
import { findLivingCode } from "@/lib/codes/find-living-code";
import { getCode } from "@/lib/codes/get-code";
import { mintNow } from "@/lib/codes/mint-now";
import { requestCode } from "@/lib/codes/request-code";
import { MintCodeInput } from "@/lib/codes/schema";
import type { MintCodeResult } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import { brokenConstraint } from "@/lib/db/constraint-errors";
import { generateScene } from "@/lib/scenes/generate-scene";

/**
 * Mints one code. The same parameters, or the same filled-in form sent twice, give the
 * code that is already there and cost nothing. A refusal by WeChat and an unknown
 * outcome are answers, not errors: look at `code.status` and `code.failure`.
 * Throws `invalid_input`, `conflict` (scene taken, mini program archived),
 * `quota_exhausted` and `storage_unavailable`, all before anything is sent.
 */
export async function mintCode(ctx: Context, input: MintCodeInput): Promise<MintCodeResult> {
  authorize(ctx, "codes:mint");
  const parsed = MintCodeInput.parse(input);
  const scene = sceneOf(parsed);
  const parameters = codeParameters(parsed, scene);
  const wanted = {
    requestKey: parsed.requestKey,
    miniProgramId: parsed.miniProgramId,
    identity: codeIdentity(parameters),
  };

  const existing = await findLivingCode(ctx, wanted);
  if (existing) return giveExisting(ctx, existing);
  try {
    const codeId = await requestCode(ctx, parsed, scene);
    await mintNow(ctx, codeId, parsed.miniProgramId);
    return { reused: false, code: await getCode(ctx, { codeId }) };
  } catch (error) {
    if (!isTwin(error)) throw error;
    const twin = await findLivingCode(ctx, wanted);
    if (!twin) throw error;
    return giveExisting(ctx, twin);
  }
}

function sceneOf(input: ReturnType<typeof MintCodeInput.parse>): string | null {
  if (input.kind !== "WXACODE_UNLIMITED") return null;
  return input.carries.as === "scene" ? input.carries.scene : generateScene();
}

async function giveExisting(
  ctx: Context,
  found: { id: string; isSameRequest: boolean },
): Promise<MintCodeResult> {
  await awaitOutcome(ctx, found.id);
  const code = await getCode(ctx, { codeId: found.id });
  return { reused: !found.isSameRequest, code };
}

/** Somebody else asked for the same code, or the same form came in twice, a moment earlier. */
function isTwin(error: unknown): boolean {
  const constraint = brokenConstraint(error);
  return constraint === "codes_identity_living" || constraint === "codes_request_key_key";
}
