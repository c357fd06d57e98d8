import { getSandbox } from "@/lib/sandbox-control/get-sandbox";
import { defineRoute } from "@/lib/web/define-route";

/** Faults, mini programs, settings and clock. */
export const GET = defineRoute(async (ctx) => Response.json(await getSandbox(ctx)));
