import pg from "pg";

/** The gate's one query in a Next route handler, and nothing of what else the gate does. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });

export const dynamic = "force-dynamic";

export async function GET(_request, { params }) {
  const { appid, scene } = await params;
  const { rows } = await pool.query({
    name: "resolve-scene",
    text: process.env.BENCH_STATEMENT,
    values: [appid, scene],
  });
  const [row] = rows;
  if (!row) return Response.json({ error: "unknown_scene" }, { status: 404 });
  const { page, payload, version, campaign, effective_from: effectiveFrom } = row;
  return Response.json({
    scene,
    page,
    payload: JSON.parse(payload),
    version,
    campaign,
    effectiveFrom,
  });
}
