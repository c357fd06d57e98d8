import { checkHealth } from "@/lib/web/check-health";
import { webRuntime } from "@/lib/web/runtime";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const health = await checkHealth(webRuntime());
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
