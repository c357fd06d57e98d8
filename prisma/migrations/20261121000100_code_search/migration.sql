-- One inverted index over everything the codes list can be asked for, and the functions that read it.
-- lib/codes/code-filter-sql.ts calls them; bench/list-codes.ts holds them to their goals.

-- What may be found by text: one line per field, so that no word matches across two of them.
CREATE FUNCTION code_text(label text, target text, scene text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lower(label || E'\n' || target || E'\n' || coalesce(scene, ''));

-- A stretch of time as the index knows it: 1024 seconds.
CREATE FUNCTION code_bucket(at timestamptz) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN floor(extract(epoch FROM at) / 1024)::int;

-- The terms of one code: the trigrams of its text (a shorter word is found as the beginning of one);
-- behind E'\x02' each Chinese character and pair, since most Chinese words are that short; behind E'\x01'
-- every value that can be filtered by, and the time in four widths (17 minutes to 49 days).
-- Costly on purpose: the planner must never evaluate it row by row. Renaming an enum value needs a REINDEX.
CREATE FUNCTION code_terms(
  label text, target text, scene text, tags text[], created_at timestamptz, mini_program_id uuid, campaign_id uuid,
  kind "CodeKind", status "CodeStatus", env_version "EnvVersion", created_by_id uuid
) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 10000 AS $$
DECLARE
  chars text[] := string_to_array(public.code_text(label, target, scene) || E'\n\n', NULL);
  bucket text := lpad(to_hex(public.code_bucket(created_at)), 6, '0');
  terms text[] := ARRAY[
    E'\x01m' || mini_program_id, E'\x01c' || coalesce(campaign_id::text, 'none'), E'\x01k' || kind,
    E'\x01s' || status, E'\x01e' || env_version, E'\x01u' || coalesce(created_by_id::text, 'none'),
    E'\x01t' || bucket, E'\x01t' || left(bucket, 5), E'\x01t' || left(bucket, 4), E'\x01t' || left(bucket, 3)
  ];
BEGIN
  FOR i IN 1 .. cardinality(chars) - 2 LOOP
    terms := terms || (chars[i] || chars[i + 1] || chars[i + 2]);
    CONTINUE WHEN chars[i] COLLATE "C" <= E'\x7f';
    terms := terms || (E'\x02' || chars[i]);
    CONTINUE WHEN chars[i + 1] COLLATE "C" <= E'\x7f';
    terms := terms || (E'\x02' || chars[i] || chars[i + 1]);
  END LOOP;
  FOR i IN 1 .. coalesce(cardinality(tags), 0) LOOP
    terms := terms || (E'\x01g' || left(tags[i], 200));
  END LOOP;
  RETURN array_to_tsvector(terms);
END $$;

CREATE INDEX "codes_terms" ON "codes" USING GIN (code_terms(
  label, target, scene, tags, created_at, mini_program_id, campaign_id, kind, status, env_version, created_by_id
)) WITH (gin_pending_list_limit = 512);

-- A search reads the index's pending list from end to end, and counts read only indexes where pages are known to
-- be visible: both want a vacuum after every large batch, not after a fifth of the table.
ALTER TABLE "codes" SET (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 20000);

-- A term as tsquery text.
CREATE FUNCTION code_term(term text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN '''' || replace(replace(term, '\', '\\'), '''', '''''') || '''';

-- The index terms by which codes that meet the filters are looked up; NULL when the filters name none.
-- The fewest that narrow well: what nearly every code has costs time and finds nothing. Frequencies are
-- those of ANALYZE; when they are old or missing the answer is the same, only slower.
CREATE FUNCTION code_filter_terms(filters jsonb) RETURNS text LANGUAGE sql STABLE AS $$
WITH known AS (
  SELECT unnest(most_common_elems::text::text[]) AS term, unnest(most_common_elem_freqs) AS frequency
  FROM pg_stats WHERE schemaname = 'public' AND tablename = 'codes_terms'
), wanted AS (
  SELECT E'\x01' || prefix || left(filters ->> name, 200) AS term, 0 AS word, false AS short
  FROM (VALUES ('m', 'miniProgramId'), ('c', 'campaignId'), ('k', 'kind'), ('s', 'status'), ('e', 'envVersion'),
    ('g', 'tag'), ('u', 'createdById')) AS filter (prefix, name)
  WHERE filters ? name
  UNION
  SELECT CASE WHEN exact THEN E'\x02' ELSE '' END || substr(word, start, 3), number, NOT exact AND length(word) < 3
  FROM jsonb_array_elements_text(filters -> 'words') WITH ORDINALITY AS given (original, number),
    lower(original) AS word,
    LATERAL (SELECT length(word) < 3 AND word COLLATE "C" > E'\x7f'
      AND right(word, 1) COLLATE "C" > E'\x7f' AS exact) AS kind,
    generate_series(1, greatest(length(word) - 2, 1)) AS start
), ranked AS (
  SELECT wanted.*, coalesce(frequency, 0) AS frequency,
    row_number() OVER (PARTITION BY word ORDER BY frequency NULLS FIRST) AS rank,
    row_number() OVER (ORDER BY short, frequency NULLS FIRST) AS overall,
    -- The beginnings of terms are costly to gather; anything else that narrows is better.
    bool_or(NOT short AND (word > 0 OR coalesce(frequency, 0) < 0.1)) OVER () AS narrow
  FROM wanted LEFT JOIN known USING (term)
)
SELECT string_agg(public.code_term(term) || CASE WHEN short THEN ':*' ELSE '' END, ' & ')
FROM ranked
WHERE CASE WHEN short THEN NOT narrow WHEN overall = 1 THEN true
  WHEN word = 0 THEN frequency < 0.9 ELSE rank <= 6 AND frequency < 0.3 END
$$;

-- The filters as a condition on a row of codes; every value is quoted by %L.
CREATE FUNCTION code_filter_condition(filters jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  result text := 'true';
  name text;
  value text;
BEGIN
  FOR name, value IN SELECT * FROM jsonb_each_text(filters - 'words') LOOP
    result := result || CASE name
      WHEN 'id' THEN format(' AND id = %L', value)
      WHEN 'miniProgramId' THEN format(' AND mini_program_id = %L', value)
      WHEN 'campaignId' THEN
        CASE value WHEN 'none' THEN ' AND campaign_id IS NULL' ELSE format(' AND campaign_id = %L', value) END
      WHEN 'kind' THEN format(' AND kind = %L', value)
      WHEN 'status' THEN format(' AND status = %L', value)
      WHEN 'envVersion' THEN format(' AND env_version = %L', value)
      WHEN 'tag' THEN format(' AND tags @> ARRAY[%L::text]', value)
      WHEN 'createdById' THEN format(' AND created_by_id = %L', value)
      WHEN 'from' THEN format(' AND created_at >= %L', value)
      WHEN 'until' THEN format(' AND created_at < %L', value)
    END;
  END LOOP;
  IF jsonb_array_length(filters -> 'words') > 0 THEN
    SELECT result || format(' AND public.code_text(label, target, scene) LIKE ALL (%L)', array_agg(
      '%' || replace(replace(replace(lower(word), '\', '\\'), '%', '\%'), '_', '\_') || '%'))
    INTO result FROM jsonb_array_elements_text(filters -> 'words') AS word;
  END IF;
  RETURN result;
END $$;

-- The codes that have the terms, to select from; OFFSET 0 keeps the planner from joining other indexes in.
CREATE FUNCTION code_terms_scan(query text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN format('(SELECT *, (ctid::text::point)[0]::bigint AS page FROM public.codes
  WHERE public.code_terms(label, target, scene, tags, created_at, mini_program_id, campaign_id, kind, status,
    env_version, created_by_id) @@ %L::tsquery OFFSET 0) AS looked_up', query);

-- The terms for the `size` buckets from `low` on; size is a power of four and low a multiple of it.
CREATE FUNCTION code_time_terms(low int, size int) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  unit int := CASE WHEN size < 16 THEN 1 WHEN size < 256 THEN 16 WHEN size < 4096 THEN 256 ELSE 4096 END;
  digits int := CASE unit WHEN 1 THEN 6 WHEN 16 THEN 5 WHEN 256 THEN 4 ELSE 3 END;
BEGIN
  RETURN '(' || array_to_string(ARRAY(
    SELECT public.code_term(E'\x01t' || lpad(to_hex(first / unit), digits, '0'))
    FROM generate_series(low, low + size - 1, unit) AS first
  ), ' | ') || ')';
END $$;

-- The one equality the list is walked along, the narrowest first: each has its index in the list's order.
-- Not "no campaign": the planner does not see that IS NULL leaves the index in order.
CREATE FUNCTION code_walk_key(filters jsonb) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN filters ? 'id' THEN public.code_filter_condition(jsonb_build_object('id', filters -> 'id'))
  WHEN filters ->> 'campaignId' <> 'none' THEN
    public.code_filter_condition(jsonb_build_object('campaignId', filters -> 'campaignId'))
  WHEN filters ? 'createdById' THEN public.code_filter_condition(jsonb_build_object('createdById', filters -> 'createdById'))
  WHEN filters ? 'status' THEN public.code_filter_condition(jsonb_build_object('status', filters -> 'status'))
  WHEN filters ? 'miniProgramId' THEN public.code_filter_condition(jsonb_build_object('miniProgramId', filters -> 'miniProgramId'))
  WHEN filters ? 'kind' THEN public.code_filter_condition(jsonb_build_object('kind', filters -> 'kind'))
  WHEN filters ? 'envVersion' THEN public.code_filter_condition(jsonb_build_object('envVersion', filters -> 'envVersion'))
  ELSE 'true'
END;

-- The newest codes that meet the filters and stand after the cursor, newest first, at most max_rows.
-- First the list is walked like any other, which answers what is frequent or new; after 3,000 rows the inverted
-- index takes over. A stretch of time with more hits than `full_at` is cut into four until none has more, and the
-- newest stretches come first: hits are never counted, fetched or sorted by the ten thousand to show fifty.
CREATE FUNCTION find_codes(filters jsonb, after_at timestamptz, after_id uuid, max_rows int)
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
         FROM %s WHERE %s LIMIT %s) AS candidate',
      last_at, last_id, not_before,
      public.code_terms_scan(terms || CASE size WHEN 0 THEN '' ELSE ' & ' || public.code_time_terms(low, size) END),
      public.code_filter_condition(filters - 'from' - 'until'), full_at + 1)
    INTO candidates, ids, ats;
    IF candidates <= full_at THEN
      RETURN QUERY SELECT * FROM unnest(ids, ats) LIMIT max_rows - found_count;
      found_count := found_count + least(coalesce(cardinality(ids), 0), max_rows - found_count);
    ELSIF size = 1 THEN
      -- So many within seventeen minutes: the list itself is the shortest way to the newest of them.
      PERFORM set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true);
      RETURN QUERY EXECUTE format(
        'SELECT id, created_at FROM public.codes
         WHERE %s AND (created_at, id) < (%L::timestamptz, %L::uuid)
           AND created_at >= to_timestamp(%s) AND created_at < to_timestamp(%s)
         ORDER BY created_at DESC, id DESC LIMIT %s',
        condition, last_at, last_id, low * 1024::bigint, (low + 1) * 1024::bigint, max_rows - found_count);
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

-- How many codes meet the filters, at most max_count; `capped` when there may be more, either for max_count
-- or because the hits lay scattered over more than max_pages pages of the table.
CREATE FUNCTION count_codes(filters jsonb, max_count int, max_pages int, OUT count int, OUT capped boolean)
LANGUAGE plpgsql STABLE
SET jit = off SET enable_seqscan = off SET enable_sort = on SET enable_bitmapscan = on
SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
  condition CONSTANT text := public.code_filter_condition(filters);
  terms text;
  first_at timestamptz;
  end_at timestamptz;
  low int;
  high int;
  size int := 1;
  walk_rows CONSTANT int := max_count + max_count / 2;
  walked int := 0;
  gave_up boolean := false;
  hit record;
  last_page bigint := -1;
  pages int := 0;
BEGIN
  count := 0;
  capped := false;
  PERFORM set_config('enable_bitmapscan', 'off', true);
  IF NOT filters ?| ARRAY['tag', 'words'] AND (SELECT count(*) FROM jsonb_object_keys(filters - 'from' - 'until')) < 2
  THEN
    -- One index holds the whole answer.
    EXECUTE format('SELECT count(*) FROM (SELECT FROM public.codes WHERE %s LIMIT %s) AS hit', condition, max_count + 1)
    INTO count;
    capped := count > max_count;
    count := least(count, max_count);
    RETURN;
  END IF;

  -- What nearly every code meets is counted along the list.
  SELECT greatest((filters ->> 'from')::timestamptz, min(created_at)),
    least((filters ->> 'until')::timestamptz, max(created_at) + interval '1 second')
  INTO first_at, end_at FROM public.codes;
  PERFORM set_config('enable_sort', CASE WHEN filters ? 'id' THEN 'on' ELSE 'off' END, true);
  FOR hit IN EXECUTE format(
    'SELECT (ctid::text::point)[0]::bigint AS page, coalesce((%s), false) AS meets FROM public.codes
     WHERE %s AND created_at >= %L::timestamptz AND created_at < %L::timestamptz
     ORDER BY created_at DESC, id DESC LIMIT %s',
    condition, public.code_walk_key(filters), first_at, end_at, walk_rows)
  LOOP
    pages := pages + (hit.page <> last_page)::int;
    last_page := hit.page;
    capped := hit.meets AND count = max_count;
    gave_up := pages > max_pages / 5 * 4 OR (walked >= 500 AND count * 2 < walked);
    EXIT WHEN capped OR gave_up;
    walked := walked + 1;
    count := count + hit.meets::int;
  END LOOP;
  IF NOT gave_up AND (capped OR walked < walk_rows) THEN RETURN; END IF;

  terms := public.code_filter_terms(filters);
  -- What the range of dates leaves of the index, when it is narrow enough to be named.
  IF filters ?| ARRAY['from', 'until'] THEN
    low := public.code_bucket(first_at);
    high := public.code_bucket(end_at);
    WHILE (high - low) / size > 12 AND size < 4096 LOOP size := size * 16; END LOOP;
    IF (high - low) / size <= 12 THEN
      SELECT concat_ws(' & ', terms, '(' || string_agg(public.code_time_terms(first, size), ' | ') || ')') INTO terms
      FROM generate_series(low / size * size, high, size) AS first;
    END IF;
  END IF;
  PERFORM set_config('enable_bitmapscan', 'on', true), set_config('enable_sort', 'on', true);
  count := 0;
  capped := false;
  pages := 0;
  last_page := -1;
  FOR hit IN EXECUTE format('SELECT page FROM %s WHERE %s LIMIT %s',
    public.code_terms_scan(terms), condition, max_count + 1)
  LOOP
    pages := pages + (hit.page <> last_page)::int;
    last_page := hit.page;
    capped := count = max_count OR pages > max_pages;
    EXIT WHEN capped;
    count := count + 1;
  END LOOP;
END $$;
