import type { Actor } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { log } from "@/lib/log";
import { receivePlatformPush } from "@/lib/mini-programs/receive-platform-push";
import { readBoundedText } from "@/lib/web/read-bounded-text";
import { requestContext } from "@/lib/web/request-context";
import { PushRefusedError } from "@/lib/wechat/push-refused-error";

interface EventsRoute {
  params: Promise<{ platformId: string }>;
}

/** WeChat brings no session; the push's signature is what lets it in. */
const WECHAT: Actor = { kind: "anonymous", id: null, name: "WeChat" };
const MOST_BYTES = 64 * 1024;

/** WeChat's pushes: anything but `success` makes it push again. */
export async function POST(request: Request, { params }: EventsRoute): Promise<Response> {
  const ctx = { ...(await requestContext()), actor: WECHAT };
  const { platformId } = await params;
  const { searchParams } = new URL(request.url);
  try {
    const body = await readBoundedText(request, MOST_BYTES);
    if (body === null) throw new PushRefusedError("too_large");
    const query = {
      timestamp: searchParams.get("timestamp") ?? "",
      nonce: searchParams.get("nonce") ?? "",
      msgSignature: searchParams.get("msg_signature") ?? "",
      encryptType: searchParams.get("encrypt_type") ?? undefined,
    };
    await receivePlatformPush(ctx, { platformId, push: { query, body } });
    return plain("success", 200);
  } catch (error) {
    const { requestId } = ctx;
    if (error instanceof NotFoundError) return plain("unknown platform", 404);
    if (error instanceof PushRefusedError) {
      log.warn({ requestId, platformId, why: error.reason }, "push refused");
      return plain("refused", 403);
    }
    log.error({ err: error, requestId, platformId }, "push not handled");
    return plain("try again", 500);
  }
}

function plain(text: string, status: number): Response {
  return new Response(text, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
