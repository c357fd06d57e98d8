/** A child process: node:http and a pool of 8 with the gate's one query, and nothing of what else the gate does. */
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { RESOLVE_ONE_STATEMENT } from "@/lib/gate/resolve-statement";
import type { ResolvedRow } from "@/lib/gate/resolve-statement";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });

const server = createServer((request, response) => {
  answer(request, response).catch(() => response.writeHead(503).end());
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, , , appId = "", , scene = ""] = (request.url ?? "").split("/");
  const query = { name: "resolve-scene", text: RESOLVE_ONE_STATEMENT, values: [appId, scene] };
  const { rows } = await pool.query<ResolvedRow>(query);
  const [row] = rows;
  const body = JSON.stringify(row ? answerOf(scene, row) : { error: "unknown_scene" });
  const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };
  response.writeHead(row ? 200 : 404, headers).end(body);
}

function answerOf(scene: string, row: ResolvedRow): object {
  const { page, payload, version, campaign, effective_from: effectiveFrom } = row;
  return {
    scene,
    page,
    payload: JSON.parse(payload ?? "null") as unknown,
    version,
    campaign,
    effectiveFrom,
  };
}

server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("SIGTERM", () => process.exit(0));
