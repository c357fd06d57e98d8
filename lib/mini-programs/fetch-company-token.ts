import { askTokenServer, TokenServerError } from "@/lib/mini-programs/ask-token-server";
import { UNSTATED_LIFE_SECONDS } from "@/lib/mini-programs/read-expiry";
import { openHeaderSecret } from "@/lib/mini-programs/token-server-secret";
import type { Runtime } from "@/lib/runtime";
import type { FetchedToken } from "@/lib/wechat/access-token";
import { NoTokenError } from "@/lib/wechat/errors";

/** A token of the company's own token server. Throws NoTokenError when it gives none. */
export async function fetchCompanyToken(
  runtime: Runtime,
  miniProgramId: string,
): Promise<FetchedToken> {
  const row = await runtime.db.tokenServer.findUniqueOrThrow({ where: { miniProgramId } });
  try {
    const headerSecret = openHeaderSecret(runtime, row);
    const { token, expiresInSeconds } = await askTokenServer(runtime, { ...row, headerSecret });
    return { token, expiresInSeconds: expiresInSeconds ?? UNSTATED_LIFE_SECONDS };
  } catch (error) {
    if (!(error instanceof TokenServerError)) throw error;
    throw new NoTokenError("token_server", error.detail);
  }
}
