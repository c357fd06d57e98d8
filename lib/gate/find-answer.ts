import type { Answer, Reply } from "@/lib/gate/answer";
import { tooMany, UNAVAILABLE, UNKNOWN_SCENE } from "@/lib/gate/error-replies";
import type { Gate } from "@/lib/gate/gate";
import { addressKey } from "@/lib/core/address-key";
import { readTarget } from "@/lib/gate/read-target";
import { resolveScene } from "@/lib/gate/resolve-scene";

/**
 * What a scene answers to somebody at this address, within the limits: an answer, or the reason why there is none.
 * Who asked for too much that nobody knows gets for a while only what others ask for as well.
 */
export async function findAnswer(
  { limits, cache, lookUps, env }: Gate,
  url: string,
  from: string,
): Promise<Answer | Reply> {
  const address = addressKey(from);
  const addressWait = await limits.addresses.count(address);
  if (addressWait > 0) return tooMany(addressWait);
  const target = readTarget(url);
  if (target === null) return miss(limits, address);
  const miniProgramWait = await limits.miniPrograms.count(target.appId);
  if (miniProgramWait > 0) return tooMany(miniProgramWait);
  const name = `${target.appId}/${target.scene}`;
  const kept = cache.find(name);
  if (kept && kept.status !== 404) return kept;
  const missesWait = await limits.misses.waitFor(address);
  if (missesWait > 0) return tooMany(missesWait);
  try {
    const answer =
      kept ?? (await cache.ask(name, () => resolveScene(lookUps, env.MINTDESK_SECRET, target)));
    return answer.status === 404 ? await miss(limits, address) : answer;
  } catch {
    return UNAVAILABLE;
  }
}

async function miss({ misses }: Gate["limits"], address: string): Promise<Reply> {
  const wait = await misses.count(address);
  return wait > 0 ? tooMany(wait) : UNKNOWN_SCENE;
}
