-- The codes of a batch are planned without an entry in the search index: a search looks at these itself, until a
-- job has sorted them in (decision 016).
ALTER TABLE "codes" ADD COLUMN     "is_unsorted" BOOLEAN NOT NULL DEFAULT false;

CREATE INDEX "codes_unsorted" ON "codes" ("created_at", "id") WHERE "is_unsorted";

DROP INDEX "codes_terms";
CREATE INDEX "codes_terms" ON "codes" USING GIN (code_terms(
  label, target, scene, tags, created_at, mini_program_id, campaign_id, kind, status, env_version, created_by_id
)) WHERE NOT "is_unsorted";

-- The list is read newest first and grows at its end. Read backwards, these indexes take a new code where they
-- took the last one, and leave their pages full.
DROP INDEX "codes_created_at_id_idx";
CREATE INDEX "codes_created_at_id_idx" ON "codes"("created_at", "id");
DROP INDEX "codes_mini_program_id_created_at_id_idx";
CREATE INDEX "codes_mini_program_id_created_at_id_idx" ON "codes"("mini_program_id", "created_at", "id");
DROP INDEX "codes_campaign_id_created_at_id_idx";
CREATE INDEX "codes_campaign_id_created_at_id_idx" ON "codes"("campaign_id", "created_at", "id");
DROP INDEX "codes_status_created_at_id_idx";
CREATE INDEX "codes_status_created_at_id_idx" ON "codes"("status", "created_at", "id");
DROP INDEX "codes_kind_created_at_id_idx";
CREATE INDEX "codes_kind_created_at_id_idx" ON "codes"("kind", "created_at", "id");
DROP INDEX "codes_env_version_created_at_id_idx";
CREATE INDEX "codes_env_version_created_at_id_idx" ON "codes"("env_version", "created_at", "id");
DROP INDEX "codes_created_by_id_created_at_id_idx";
CREATE INDEX "codes_created_by_id_created_at_id_idx" ON "codes"("created_by_id", "created_at", "id");

-- Without the codes of batches, which have no form of their own.
DROP INDEX "codes_request_key_key";
CREATE UNIQUE INDEX "codes_request_key_key" ON "codes" ("request_key") WHERE "request_key" IS NOT NULL;

-- Four bytes for each payload instead of 32 letters; who asks compares the payloads as well.
DROP INDEX "scenes_payload";
CREATE INDEX "scenes_payload" ON "scenes" ("mini_program_id", jsonb_hash("payload")) WHERE "payload" IS NOT NULL;

-- Nothing asks for it any more: what was sent is found by its process, what is queued by its batch or its claim.
DROP INDEX "codes_unsettled";

-- The same serials as before, without a query for each.
CREATE OR REPLACE FUNCTION code_serial(n bigint) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  letters CONSTANT text := 'ACDEFGHJKLMNPRTUVWXY';
  place CONSTANT int := (n / 10000 % 3200 * 1237 + 7) % 3200;
BEGIN
  RETURN substr(letters, place / 160 + 1, 1) || (2 + place / 20 % 8) || substr(letters, place % 20 + 1, 1)
    || CASE WHEN n < 32000000 THEN '' ELSE substr(letters, (n / 32000000 % 20 + 1)::int, 1) END
    || '-' || lpad((n % 10000)::text, 4, '0');
END $$;

-- The codes that have the terms, and those that are unsorted, to select from. OFFSET 0 keeps the planner from
-- joining other indexes in; the unsorted ones are reached by the time that is asked for.
CREATE OR REPLACE FUNCTION code_terms_scan(query text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN format('((SELECT *, (ctid::text::point)[0]::bigint AS page FROM public.codes
  WHERE NOT is_unsorted AND public.code_terms(label, target, scene, tags, created_at, mini_program_id, campaign_id,
    kind, status, env_version, created_by_id) @@ %L::tsquery OFFSET 0)
  UNION ALL
  SELECT *, (ctid::text::point)[0]::bigint AS page FROM public.codes WHERE is_unsorted) AS looked_up', query);

-- The time of the `size` buckets from `low` on as a condition on a row of codes.
CREATE FUNCTION code_time_condition(low int, size int) RETURNS text LANGUAGE sql IMMUTABLE
RETURN format('created_at >= to_timestamp(%s) AND created_at < to_timestamp(%s)',
  low * 1024::bigint, (low + size) * 1024::bigint);

-- As in migration code_search, but a stretch of time is also asked for by its condition, for the unsorted have no terms.
-- The newest codes that meet the filters and stand after the cursor, newest first, at most max_rows.
-- First the list is walked like any other, which answers what is frequent or new; after 3,000 rows the inverted
-- index takes over. A stretch of time with more hits than `full_at` is cut into four until none has more, and the
-- newest stretches come first: hits are never counted, fetched or sorted by the ten thousand to show fifty.
CREATE OR REPLACE FUNCTION find_codes(filters jsonb, after_at timestamptz, after_id uuid, max_rows int)
RETURNS TABLE (id uuid, created_at timestamptz) LANGUAGE plpgsql STABLE ROWS 50
SET jit = off SET enable_seqscan = off SET enable_sort = on SET enable_bitmapscan = on
SET max_parallel_workers_per_gather = 0 AS $$
#variable_conflict use_column
DECLARE
  walk_rows CONSTANT int := 3000;
  full_at CONSTANT int := greatest(500, 2 * max_rows);
  condition CONSTANT text := public.code_filter_condition(filters);
  terms text;
  not_before CONSTANT timestamptz := coalesce((filters ->> 'from')::timestamptz, '-infinity');
  last_at timestamptz := coalesce(after_at, 'infinity');
  last_id uuid := coalesce(after_id, '00000000-0000-0000-0000-000000000000');
  walked int := 0;
  found_count int := 0;
  hit record;
  lows int[];
  sizes int[];
  low int;
  size int;
  oldest int;
  candidates bigint;
  ids uuid[];
  ats timestamptz[];
BEGIN
  IF (filters ->> 'until')::timestamptz <= last_at THEN
    last_at := filters ->> 'until';
    last_id := '00000000-0000-0000-0000-000000000000';
  END IF;

  -- Only the index that is in the list's order will do here, unless there is but one row to find.
  PERFORM set_config('enable_bitmapscan', 'off', true),
    set_config('enable_sort', CASE WHEN filters ? 'id' THEN 'on' ELSE 'off' END, true);
  FOR hit IN EXECUTE format(
    'SELECT id, created_at, (%s) AS meets FROM public.codes
     WHERE %s AND (created_at, id) < (%L::timestamptz, %L::uuid) AND created_at >= %L::timestamptz
     ORDER BY created_at DESC, id DESC LIMIT %s',
    condition, public.code_walk_key(filters), last_at, last_id, not_before, walk_rows)
  LOOP
    walked := walked + 1;
    IF hit.meets THEN
      id := hit.id;
      created_at := hit.created_at;
      RETURN NEXT;
      found_count := found_count + 1;
      IF found_count = max_rows THEN RETURN; END IF;
    END IF;
  END LOOP;
  IF walked < walk_rows THEN RETURN; END IF;
  last_at := hit.created_at;
  last_id := hit.id;
  PERFORM set_config('enable_bitmapscan', 'on', true), set_config('enable_sort', 'on', true);

  terms := public.code_filter_terms(filters);
  -- The size 0 stands for all of time.
  lows := '{0}';
  sizes := '{0}';
  WHILE cardinality(lows) > 0 LOOP
    low := lows[cardinality(lows)];
    size := sizes[cardinality(sizes)];
    lows := trim_array(lows, 1);
    sizes := trim_array(sizes, 1);
    EXECUTE format(
      'SELECT count(*),
         array_agg(id ORDER BY created_at DESC, id DESC) FILTER (WHERE after),
         array_agg(created_at ORDER BY created_at DESC, id DESC) FILTER (WHERE after)
       FROM (SELECT id, created_at,
           (created_at, id) < (%L::timestamptz, %L::uuid) AND created_at >= %L::timestamptz AS after
         FROM %s WHERE %s AND %s LIMIT %s) AS candidate',
      last_at, last_id, not_before,
      public.code_terms_scan(terms || CASE size WHEN 0 THEN '' ELSE ' & ' || public.code_time_terms(low, size) END),
      public.code_filter_condition(filters - 'from' - 'until'),
      CASE size WHEN 0 THEN 'true' ELSE public.code_time_condition(low, size) END, full_at + 1)
    INTO candidates, ids, ats;
    IF candidates <= full_at THEN
      RETURN QUERY SELECT * FROM unnest(ids, ats) LIMIT max_rows - found_count;
      found_count := found_count + least(coalesce(cardinality(ids), 0), max_rows - found_count);
    ELSIF size = 1 THEN
      -- So many within seventeen minutes: the list itself is the shortest way to the newest of them.
      PERFORM set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true);
      RETURN QUERY EXECUTE format(
        'SELECT id, created_at FROM public.codes
         WHERE %s AND (created_at, id) < (%L::timestamptz, %L::uuid) AND %s
         ORDER BY created_at DESC, id DESC LIMIT %s',
        condition, last_at, last_id, public.code_time_condition(low, size), max_rows - found_count);
      GET DIAGNOSTICS candidates = ROW_COUNT;
      found_count := found_count + candidates;
      PERFORM set_config('enable_bitmapscan', 'on', true), set_config('enable_sort', 'on', true);
    ELSE
      IF size = 0 THEN
        oldest := public.code_bucket(greatest(not_before, (SELECT min(created_at) FROM public.codes)));
        SELECT array_agg(first), array_agg(16384) INTO lows, sizes
        FROM generate_series(oldest / 16384 * 16384, public.code_bucket(last_at), 16384) AS first;
      ELSE
        size := size / 4;
        FOR quarter IN 0 .. 3 LOOP
          CONTINUE WHEN low + quarter * size > public.code_bucket(last_at)
            OR low + (quarter + 1) * size <= oldest;
          lows := lows || (low + quarter * size);
          sizes := sizes || size;
        END LOOP;
      END IF;
    END IF;
    IF found_count >= max_rows THEN RETURN; END IF;
  END LOOP;
END $$;
