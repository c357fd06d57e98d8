import { IN_FORCE_JOIN, IS_RETIRED, NEXT_CHANGE } from "@/lib/scenes/in-force-sql";

/** One row for each question, none for what nobody knows. */
export interface ResolvedRow {
  /** Which of the questions it answers, counted from 1. */
  place: number;
  scene_id: string;
  version: number;
  page: string;
  /** JSON text, as it goes out. */
  payload: string | null;
  effective_from: Date;
  campaign: string | null;
  is_retired: boolean;
  fallback_page: string | null;
  fallback_payload: string | null;
  mini_program_id: string;
  signing_key_ciphertext: string | null;
  /** By the database's clock; null: it stays. */
  changes_in_ms: number | null;
}

/**
 * Everything answers are made of, in one statement: $1 AppIDs, $2 their scenes, as many of each. The campaign is
 * that of the newest code which carries the scene.
 */
export const RESOLVE_STATEMENT = resolveFrom(
  "unnest($1::text[], $2::text[]) WITH ORDINALITY AS asked (app_id, scene, place)",
);

/** The same for one AppID and one scene, to measure by. */
export const RESOLVE_ONE_STATEMENT = resolveFrom(
  "(SELECT $1::text AS app_id, $2::text AS scene, 1 AS place) AS asked",
);

function resolveFrom(asked: string): string {
  return `
SELECT asked.place::int AS place, s.id AS scene_id, in_force.version, in_force.page,
  in_force.payload::text AS payload, coalesce(in_force.effective_from, s.created_at) AS effective_from,
  campaigns.name AS campaign, ${IS_RETIRED} AS is_retired, s.fallback_page,
  s.fallback_payload::text AS fallback_payload, m.id AS mini_program_id, m.signing_key_ciphertext,
  floor(extract(epoch FROM (${NEXT_CHANGE}) - now()) * 1000)::float8 AS changes_in_ms
FROM ${asked}
  JOIN mini_programs m ON m.wechat_app_id = asked.app_id
  JOIN scenes s ON s.mini_program_id = m.id AND s.value = asked.scene
  ${IN_FORCE_JOIN}
  LEFT JOIN LATERAL (
    SELECT c.campaign_id FROM codes c WHERE c.mini_program_id = s.mini_program_id AND c.scene = s.value
    ORDER BY c.created_at DESC, c.id DESC LIMIT 1
  ) AS newest ON true
  LEFT JOIN campaigns ON campaigns.id = newest.campaign_id`;
}
