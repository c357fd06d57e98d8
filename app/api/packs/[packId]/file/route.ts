import { openPack } from "@/lib/packs/open-pack";
import { takePack } from "@/lib/packs/take-pack";
import { attachment } from "@/lib/core/content-disposition";
import { defineRoute } from "@/lib/web/define-route";

/**
 * The file of a pack. The first request is put down as a take and led on to the address that carries it, so that a
 * browser which resumes a download takes it only once.
 */
export const GET = defineRoute<{ packId: string }>(async (ctx, request, { packId }) => {
  const takeId = new URL(request.url).searchParams.get("take");
  if (takeId === null) {
    const taken = await takePack(ctx, { packId });
    const headers = { Location: `/api/packs/${packId}/file?take=${taken.takeId}` };
    return new Response(null, { status: 303, headers });
  }
  const { status, headers, body, fileName } = await openPack(ctx, {
    packId,
    takeId,
    range: request.headers.get("range"),
    ifRange: request.headers.get("if-range"),
  });
  return new Response(body, {
    status,
    headers: {
      ...headers,
      "Content-Disposition": attachment(fileName),
      "X-Content-Type-Options": "nosniff",
    },
  });
});

/** Without it Next would answer HEAD by GET, and asking would count as taking. */
export const HEAD = () => new Response(null, { status: 405, headers: { Allow: "GET" } });
