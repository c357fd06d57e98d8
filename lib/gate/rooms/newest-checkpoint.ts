import type { GatePool } from "@/lib/gate/open-pool";

const NEWEST = `
SELECT seq::text AS seq, head_hash AS "headHash", at, key_id AS "keyId", signature FROM open_log_room_newest($1)`;

/** As it is printed, to be compared later. */
export type PrintedCheckpoint = Record<"seq" | "headHash" | "at" | "keyId" | "signature", string>;

/** The newest signed end of the chain, for a guest of an open room; undefined while there is none. */
export async function newestCheckpoint(
  pool: GatePool,
  tokenHash: string,
): Promise<PrintedCheckpoint | undefined> {
  const values = [tokenHash];
  const [newest] = await pool.query<Omit<PrintedCheckpoint, "at"> & { at: Date }>({
    name: "room-newest-checkpoint",
    text: NEWEST,
    values,
  });
  return newest && { ...newest, at: newest.at.toISOString() };
}
