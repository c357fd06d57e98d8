import type { Desk } from "./desk";
import { UsageError } from "./failures";
import { Campaign, listOf, MiniProgram } from "./views";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id behind an id, an AppID or a name; nothing said: the only mini program there is. */
export async function findMiniProgram(
  { client, say }: Desk,
  told: string | undefined,
): Promise<string> {
  if (told !== undefined && UUID.test(told)) return told;
  const { data } = await client.read("GET /mini-programs", listOf(MiniProgram));
  const fit = data.filter(({ name, wechatAppId, archivedAt }) =>
    told === undefined ? archivedAt === null : [name, wechatAppId].includes(told),
  );
  return onlyOne(fit, {
    none: say("miniProgramUnknown", { name: told ?? "" }),
    several: say(told === undefined ? "miniProgramWhich" : "nameTwice", { name: told ?? "" }),
  });
}

/** The id behind an id or a name. */
export async function findCampaign({ client, say }: Desk, told: string): Promise<string> {
  if (UUID.test(told)) return told;
  const { data } = await client.read("GET /campaigns", listOf(Campaign));
  return onlyOne(
    data.filter(({ name }) => name === told),
    { none: say("campaignUnknown", { name: told }), several: say("nameTwice", { name: told }) },
  );
}

function onlyOne(fit: { id: string; name: string }[], words: { none: string; several: string }) {
  const [first, ...others] = fit;
  if (!first) throw new UsageError(words.none);
  if (others.length > 0) throw new UsageError(words.several);
  return first.id;
}
