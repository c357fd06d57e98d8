/** A process of its own that serves the API, for tests that kill it; tells its parent the port. */
import { serve } from "@hono/node-server";
import { openApi } from "@/lib/api/app";
import { env } from "@/lib/env";
import { openRuntime } from "@/lib/runtime";

const handle = openApi(openRuntime(env()));

serve({ fetch: handle, hostname: "127.0.0.1", port: 0 }, ({ port }) => process.send?.(port));
