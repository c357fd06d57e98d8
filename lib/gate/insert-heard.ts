import type { GatePool } from "@/lib/gate/open-pool";

/** A scan as it was heard. */
export interface HeardScan {
  sceneId: string;
  /** By the clock of `performance.now()`. */
  heardAtMs: number;
  visitor: bigint;
  /** Told by the mini program beside the question. */
  isReport: boolean;
  /** What it was answered with; null for a retired scene. */
  version: number | null;
  sceneValue: number | null;
  device: string | null;
  testToken: string | null;
}

// By the database's clock: how long ago is all this process has to know.
const INSERT = `
INSERT INTO heard_scans (scene_id, at, visitor, is_report, version, scene_value, device, test_token)
SELECT scene_id, clock_timestamp() - ago_ms * interval '1 millisecond', visitor, is_report, version, scene_value, device, test_token
FROM unnest($1::uuid[], $2::float8[], $3::bigint[], $4::boolean[], $5::integer[], $6::integer[], $7::text[], $8::text[])
  AS heard (scene_id, ago_ms, visitor, is_report, version, scene_value, device, test_token)`;

/** Puts scans into the inbox the worker counts from, all or none. */
export async function insertHeard(pool: GatePool, scans: readonly HeardScan[]): Promise<void> {
  const nowMs = performance.now();
  await pool.query({
    name: "insert-heard",
    text: INSERT,
    values: [
      plainArray(scans.map(({ sceneId }) => sceneId)),
      plainArray(scans.map(({ heardAtMs }) => nowMs - heardAtMs)),
      plainArray(scans.map(({ visitor }) => visitor)),
      plainArray(scans.map(({ isReport }) => isReport)),
      plainArray(scans.map(({ version }) => version)),
      plainArray(scans.map(({ sceneValue }) => sceneValue)),
      scans.map(({ device }) => device),
      scans.map(({ testToken }) => testToken),
    ],
  });
}

/** Of values without quotes or commas in them; the driver would look for them in each of thousands. */
function plainArray(values: readonly (string | number | bigint | boolean | null)[]): string {
  return `{${values.map((value) => value ?? "NULL").join(",")}}`;
}
