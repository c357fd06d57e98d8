/**
 * What a scene means now, in one place for the desk and the gate: plain SQL, for a query with a scene as `s`.
 * Of the versions that were not cancelled and whose moment has come, the one with the latest moment is in
 * force; of equal ones the higher. When there is none, the scene still means what it meant when it was made.
 */

/**
 * Joins `in_force`, always one row: version, page, payload, and effective_from (null: version 1). `moment` is
 * an expression of SQL, not a value from outside.
 */
export function inForceJoin(moment: string): string {
  return `
  LEFT JOIN LATERAL (
    SELECT coalesce(latest.version, 1) AS version,
      CASE WHEN latest.version IS NULL THEN s.page ELSE latest.page END AS page,
      CASE WHEN latest.version IS NULL THEN s.payload ELSE latest.payload END AS payload,
      latest.effective_from
    FROM (SELECT) AS always
    LEFT JOIN LATERAL (
      SELECT v.version, v.page, v.payload, v.effective_from FROM scene_versions v
      WHERE v.scene_id = s.id AND v.cancelled_at IS NULL AND v.effective_from <= ${moment}
      ORDER BY v.effective_from DESC, v.version DESC LIMIT 1
    ) AS latest ON true
  ) AS in_force ON true`;
}

/** What is in force now; in a transaction that is the moment it began. */
export const IN_FORCE_JOIN = inForceJoin("now()");

/** Whether the scene answers with its fallback. */
export const IS_RETIRED = `(s.retired_at IS NOT NULL AND s.retired_at <= now())`;

/**
 * The next moment at which the answer changes by itself: a later version, or a retirement; null when it stays. `moment`
 * as above.
 */
export function nextChange(moment: string): string {
  return `
  CASE WHEN s.retired_at <= ${moment} THEN NULL ELSE least(
    s.retired_at,
    (SELECT min(v.effective_from) FROM scene_versions v
      WHERE v.scene_id = s.id AND v.cancelled_at IS NULL AND v.effective_from > ${moment})
  ) END`;
}

export const NEXT_CHANGE = nextChange("now()");
