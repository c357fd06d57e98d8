-- The log is searched by thousands: a finished block of 1,000 entries never changes again, so what it contains is
-- written down once, by a worker and not by the act, and a search opens only the blocks that can hold what it wants.
-- lib/audit/seal-blocks.ts fills the table, lib/audit/find-blocks.ts reads it.

-- CreateTable
CREATE TABLE "audit_blocks" (
    "block" INTEGER NOT NULL,
    "terms" TEXT[],

    CONSTRAINT "audit_blocks_pkey" PRIMARY KEY ("block")
);

-- CreateIndex
CREATE INDEX "audit_blocks_terms_idx" ON "audit_blocks" USING GIN ("terms");

-- What may be found by text: names, labels and every text an entry recorded, one per line, so that no word matches
-- across two of them. Lists of ids and hashes are left out: nobody reads them.
CREATE FUNCTION audit_text(actor_name text, target_label text, changes jsonb, details jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lower(left(actor_name || E'\n' || target_label || coalesce((
  SELECT string_agg(E'\n' || (value #>> '{}'), '')
  FROM jsonb_path_query(jsonb_build_array(changes, details - 'codeIds' - 'digest' - 'sha256'),
    'strict $.** ? (@.type() == "string")') AS value), ''), 4000));

-- Everything an entry can be filtered by, each behind a letter that no text begins with.
CREATE FUNCTION audit_keys(action text, actor_id uuid, target_id text, mini_program_id uuid, campaign_id uuid,
  request_id text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_remove(ARRAY[E'\x01a' || action, E'\x01u' || actor_id, E'\x01i' || target_id, E'\x01m' || mini_program_id,
  E'\x01c' || campaign_id, E'\x01i' || request_id], NULL);

-- The terms by which words are looked up: their pieces of five letters, of a shorter word those of three, and a still
-- shorter one is a piece itself. Five, because among a thousand labels every three digits come up somewhere.
CREATE FUNCTION audit_word_terms(words text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(SELECT DISTINCT substr(word, start, size)
  FROM unnest(words) AS given, lower(given) AS word,
    LATERAL (SELECT CASE WHEN length(word) < 5 THEN 3 ELSE 5 END AS size) AS sized,
    generate_series(1, greatest(length(word) - size + 1, 1)) AS start);

-- Finished blocks that have all terms of `every` and one of `any_of`. Always by the inverted index: the planner
-- thinks a small table is read faster, and knows nothing of how long its rows are; OFFSET 0 keeps it from looking
-- the numbers up first.
CREATE FUNCTION audit_blocks_with(every text[], any_of text[], low int, high int) RETURNS SETOF int
LANGUAGE plpgsql STABLE SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off AS $$
BEGIN
  IF any_of IS NULL THEN
    RETURN QUERY SELECT found.block
      FROM (SELECT block FROM public.audit_blocks WHERE terms @> every OFFSET 0) AS found
      WHERE found.block BETWEEN low AND high;
  ELSE
    RETURN QUERY SELECT found.block
      FROM (SELECT block FROM public.audit_blocks WHERE terms @> every AND terms && any_of OFFSET 0) AS found
      WHERE found.block BETWEEN low AND high;
  END IF;
END $$;
