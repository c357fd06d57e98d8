import type { Context } from "@/lib/core/context";
import { makePackLink } from "@/lib/packs/make-pack-link";
import type { MakePackLinkInput } from "@/lib/packs/link-schema";
import type { Runtime } from "@/lib/runtime";
import { addReadyPack } from "@/lib/testing/add-ready-pack";
import type { ReadyPack } from "@/lib/testing/add-ready-pack";
import { openGateDesk } from "@/lib/testing/gate-desk";
import { asPerson } from "@/lib/testing/test-runtime";

/** A gate over HTTP with packs in its store, and an operator who gives them away. */
export interface PackLinkDesk {
  runtime: Runtime;
  url: string;
  operator: Context;
  addPack(pack?: ReadyPack): Promise<string>;
  /** A new link of the pack; gives its path at the gate. */
  share(
    packId: string,
    changes?: Partial<MakePackLinkInput>,
  ): Promise<{ linkId: string; path: string }>;
  /** As a guest at this address. */
  get(path: string, guest: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, guest: string, password?: string): Promise<Response>;
  /** Takes the pack and gives the path of its file. */
  take(path: string, guest: string, password?: string): Promise<string>;
  close(): Promise<void>;
}

/** Guests are told apart by what the nearest proxy says of them. */
export async function openPackLinkDesk(
  overrides: Record<string, string> = {},
): Promise<PackLinkDesk> {
  const { runtime, url, close } = await openGateDesk({ MINTDESK_TRUST_PROXY: "on", ...overrides });
  const operator = await asPerson(runtime, "operator");
  const ask = (path: string, guest: string, init: RequestInit = {}) =>
    fetch(url + path, {
      ...init,
      redirect: "manual",
      headers: { "X-Forwarded-For": guest, "Accept-Language": "en", ...init.headers },
    });
  const post: PackLinkDesk["post"] = (path, guest, password = "") =>
    ask(path, guest, { method: "POST", body: new URLSearchParams({ password }) });
  return {
    runtime,
    url,
    operator,
    addPack: (pack) => addReadyPack(runtime, pack),
    async share(packId, changes = {}) {
      const input = { packId, name: "印刷厂", days: 7, takesMax: null, password: null, ...changes };
      const made = await makePackLink(operator, input);
      return { linkId: made.linkId, path: new URL(made.url).pathname };
    },
    get: (path, guest, headers = {}) => ask(path, guest, { headers }),
    post,
    async take(path, guest, password) {
      const answer = await post(path, guest, password);
      const location = answer.headers.get("location");
      if (answer.status !== 303 || location === null) {
        throw new Error(`Not taken: ${answer.status}`);
      }
      return location;
    },
    close,
  };
}
