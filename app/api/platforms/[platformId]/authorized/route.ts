import { finishAuthorization } from "@/lib/mini-programs/finish-authorization";
import { noteDenial } from "@/lib/web/note-denial";
import { publicError } from "@/lib/web/public-error";
import { requestContext } from "@/lib/web/request-context";

interface AuthorizedRoute {
  params: Promise<{ platformId: string }>;
}

/** The way back from WeChat's page, with the code the owner's consent brought. */
export async function GET(request: Request, { params }: AuthorizedRoute): Promise<Response> {
  const ctx = await requestContext();
  const { platformId } = await params;
  const { pathname, search, searchParams } = new URL(request.url);
  if (ctx.actor.kind === "anonymous") {
    return seeOther(`/sign-in?${new URLSearchParams({ next: pathname + search })}`);
  }
  try {
    const { miniProgramId } = await finishAuthorization(ctx, {
      platformId,
      authorizationCode: searchParams.get("auth_code") ?? "",
      state: searchParams.get("state") ?? "",
    });
    return seeOther(`/mini-programs/${miniProgramId}?authorized=1`);
  } catch (error) {
    await noteDenial(ctx, error);
    const { reason, values } = publicError(error, ctx.requestId);
    const query = new URLSearchParams({
      problem: reason,
      request: ctx.requestId,
      ...(values.errcode && { errcode: String(values.errcode) }),
    });
    const page = `/mini-programs/platforms/${encodeURIComponent(platformId)}`;
    return seeOther(`${page}?${query}`);
  }
}

/** To a page of the desk; the address that held the code is not kept. */
function seeOther(location: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: location, "Cache-Control": "private, no-store" },
  });
}
