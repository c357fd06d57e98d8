import { authorize } from "@/lib/access/authorize";
import { Secret } from "@/lib/core/secret";
import type { Context } from "@/lib/core/context";
import { DomainError, NotFoundError } from "@/lib/core/errors";
import { askTokenServer, TokenServerError } from "@/lib/mini-programs/ask-token-server";
import { TestTokenServerInput } from "@/lib/mini-programs/schema";
import type { TokenServerTest } from "@/lib/mini-programs/schema";
import { openHeaderSecret } from "@/lib/mini-programs/token-server-secret";

/**
 * Asks the company's token server once with the fields as they are filled in, before they are
 * kept. The token itself is not shown. Throws `wechat_unreachable` with the reason.
 */
export async function testTokenServer(
  ctx: Context,
  input: TestTokenServerInput,
): Promise<TokenServerTest> {
  authorize(ctx, "miniPrograms:write");
  const { id, headerSecret, ...fields } = TestTokenServerInput.parse(input);
  const { runtime } = ctx;
  const miniProgram = await runtime.db.miniProgram.findUnique({
    where: { id },
    include: { tokenServer: true },
  });
  if (!miniProgram) throw new NotFoundError("miniProgram");
  const { tokenServer } = miniProgram;
  // The stored secret goes to the address it was stored for and to no other.
  const stored =
    tokenServer && isSameOrigin(tokenServer.url, fields.url)
      ? openHeaderSecret(runtime, tokenServer)
      : null;
  try {
    const secret = headerSecret === "" ? stored : new Secret(headerSecret);
    const { expiresInSeconds } = await askTokenServer(runtime, { ...fields, headerSecret: secret });
    return { expiresInSeconds };
  } catch (error) {
    if (!(error instanceof TokenServerError)) throw error;
    throw new DomainError("wechat_unreachable", error.problem, { detail: error.detail });
  }
}

/** Whether two addresses lie on the same server. */
export function isSameOrigin(one: string, other: string): boolean {
  return new URL(one).origin === new URL(other).origin;
}
