-- What of the log lies in a slice: the one place that knows. Plain SQL, so that it melts into whatever asks.
CREATE FUNCTION log_room_slice(
  of_mini_programs uuid[], of_campaigns uuid[], of_actions text[], from_moment timestamptz, until_moment timestamptz
) RETURNS SETOF audit_entries LANGUAGE sql STABLE AS $$
  SELECT * FROM audit_entries
  WHERE (coalesce(cardinality(of_mini_programs), 0) = 0 OR mini_program_id = ANY (of_mini_programs))
    AND (coalesce(cardinality(of_campaigns), 0) = 0 OR campaign_id = ANY (of_campaigns))
    AND (coalesce(cardinality(of_actions), 0) = 0 OR action = ANY (of_actions))
    AND (from_moment IS NULL OR at >= from_moment)
    AND (until_moment IS NULL OR at < until_moment)
$$;

-- Entries of a slice, newest first: the next ones before a number, or the nearest after one. Planned anew for every
-- slice, because one that narrows nothing and one campaign's are found by different ways. Time never goes back in the
-- log, so a stretch of time is a stretch of numbers too, and nothing beyond it is walked.
CREATE FUNCTION log_room_page(
  of_mini_programs uuid[], of_campaigns uuid[], of_actions text[], from_moment timestamptz, until_moment timestamptz,
  before_seq bigint, after_seq bigint, most int
) RETURNS SETOF audit_entries LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  low_seq bigint := greatest(after_seq, (
    SELECT seq FROM audit_entries WHERE at < from_moment ORDER BY at DESC, seq DESC LIMIT 1));
  high_seq bigint := least(before_seq, (
    SELECT seq FROM audit_entries WHERE at >= until_moment ORDER BY at, seq LIMIT 1));
BEGIN
  IF after_seq IS NULL THEN
    RETURN QUERY SELECT entry.*
      FROM log_room_slice(of_mini_programs, of_campaigns, of_actions, from_moment, until_moment) AS entry
      WHERE (low_seq IS NULL OR entry.seq > low_seq) AND (high_seq IS NULL OR entry.seq < high_seq)
      ORDER BY entry.seq DESC LIMIT most;
  ELSE
    RETURN QUERY SELECT nearest.* FROM (
      SELECT entry.*
      FROM log_room_slice(of_mini_programs, of_campaigns, of_actions, from_moment, until_moment) AS entry
      WHERE entry.seq > low_seq AND (high_seq IS NULL OR entry.seq < high_seq)
      ORDER BY entry.seq LIMIT most
    ) AS nearest ORDER BY nearest.seq DESC;
  END IF;
END $$;

-- How many entries a slice has, counted to `most`.
CREATE FUNCTION log_room_size(
  of_mini_programs uuid[], of_campaigns uuid[], of_actions text[], from_moment timestamptz, until_moment timestamptz,
  most int
) RETURNS int LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  RETURN (SELECT count(*) FROM (
    SELECT FROM log_room_slice(of_mini_programs, of_campaigns, of_actions, from_moment, until_moment) LIMIT most
  ) AS counted);
END $$;

-- The room of an address, as long as it is open: by the database's clock.
CREATE FUNCTION log_room_of(room_token_hash bpchar) RETURNS SETOF log_rooms LANGUAGE sql VOLATILE AS $$
  SELECT * FROM log_rooms
  WHERE token_hash = room_token_hash AND revoked_at IS NULL AND expires_at > clock_timestamp()
$$;

-- From here on: all the gate may ask. It sees neither rooms nor the log itself; each of these takes the hash of an
-- address, finds that room open or gives nothing, and gives nothing from outside the room's slice.
CREATE FUNCTION open_log_room(room_token_hash bpchar) RETURNS TABLE (
  id uuid, name text, password_hash text, expires_at timestamptz, mini_program_ids uuid[], campaign_ids uuid[],
  action_kinds text[], from_at timestamptz, until_at timestamptz, fields text[], redactions text[], may_export boolean,
  created_by_name text
) LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id, name, password_hash, expires_at, mini_program_ids, campaign_ids, action_kinds, from_at, until_at, fields,
    redactions, may_export, created_by_name
  FROM log_room_of(room_token_hash)
$$;

CREATE FUNCTION open_log_room_entries(room_token_hash bpchar, before_seq bigint, after_seq bigint, most int)
RETURNS SETOF audit_entries LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT entry.* FROM log_room_of(room_token_hash) AS room, log_room_page(
    room.mini_program_ids, room.campaign_ids, room.actions, room.from_at, room.until_at, before_seq, after_seq, most
  ) AS entry
  ORDER BY entry.seq DESC
$$;

CREATE FUNCTION open_log_room_size(room_token_hash bpchar, most int)
RETURNS int LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT log_room_size(room.mini_program_ids, room.campaign_ids, room.actions, room.from_at, room.until_at, most)
  FROM log_room_of(room_token_hash) AS room
$$;

-- For each signed head of the chain that covers some of these entries, the first of them. What is not in the slice, or
-- not covered yet, is not there.
CREATE FUNCTION open_log_room_runs(room_token_hash bpchar, seqs bigint[])
RETURNS TABLE (first_seq bigint, last_seq bigint)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT min(entry.seq), sealed.seq
  FROM log_room_of(room_token_hash) AS room
  CROSS JOIN log_room_slice(room.mini_program_ids, room.campaign_ids, room.actions, room.from_at, room.until_at) AS entry
  CROSS JOIN LATERAL (
    SELECT seq FROM audit_checkpoints WHERE seq >= entry.seq ORDER BY seq LIMIT 1
  ) AS sealed
  WHERE entry.seq = ANY (seqs)
  GROUP BY sealed.seq ORDER BY sealed.seq DESC
$$;

CREATE FUNCTION open_log_room_checkpoints(room_token_hash bpchar, seqs bigint[])
RETURNS TABLE (seq bigint, head_hash bpchar, at timestamptz, key_id bpchar, signature text, public_key text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT sealed.seq, sealed.head_hash, sealed.at, sealed.key_id, sealed.signature, audit_keys.public_key
  FROM open_log_room_runs(room_token_hash, seqs) AS run
  JOIN audit_checkpoints AS sealed ON sealed.seq = run.last_seq
  JOIN audit_keys ON audit_keys.id = sealed.key_id
  ORDER BY sealed.seq
$$;

-- The hashes of all entries from those first ones up to the heads. They tell nothing of what they were made from.
CREATE FUNCTION open_log_room_hashes(room_token_hash bpchar, seqs bigint[])
RETURNS TABLE (seq bigint, prev_hash bpchar, content_hash bpchar)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT entry.seq, entry.prev_hash, entry.content_hash
  FROM open_log_room_runs(room_token_hash, seqs) AS run
  CROSS JOIN LATERAL (
    -- With its limit, so that each run is walked by the index instead of the whole log by all of them.
    SELECT * FROM audit_entries WHERE seq BETWEEN run.first_seq AND run.last_seq
    ORDER BY seq LIMIT run.last_seq - run.first_seq + 1
  ) AS entry
  ORDER BY entry.seq
$$;

-- For what is printed and compared later.
CREATE FUNCTION open_log_room_newest(room_token_hash bpchar) RETURNS SETOF audit_checkpoints
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT newest.* FROM log_room_of(room_token_hash) AS room,
    LATERAL (SELECT * FROM audit_checkpoints ORDER BY seq DESC LIMIT 1) AS newest
$$;

CREATE FUNCTION note_at_log_room(room_token_hash bpchar, event_kind text, guest_address text)
RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH event AS (
    INSERT INTO log_room_events (room_id, kind, at, address)
    SELECT id, event_kind, clock_timestamp(), guest_address FROM log_room_of(room_token_hash)
    RETURNING room_id, at
  )
  UPDATE log_rooms SET open_count = open_count + 1, last_opened_at = event.at
  FROM event WHERE id = event.room_id AND event_kind = 'opened'
$$;

-- Where the role is missing, see the block at the end of 20261121000800_scene_versions_and_scans.
DO $$
DECLARE
  asked regprocedure;
BEGIN
  FOREACH asked IN ARRAY ARRAY[
    'open_log_room(bpchar)', 'open_log_room_entries(bpchar, bigint, bigint, int)', 'open_log_room_size(bpchar, int)',
    'open_log_room_runs(bpchar, bigint[])', 'open_log_room_checkpoints(bpchar, bigint[])',
    'open_log_room_hashes(bpchar, bigint[])', 'open_log_room_newest(bpchar)',
    'note_at_log_room(bpchar, text, text)'
  ]::regprocedure[] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', asked);
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'mintdesk_gate') THEN
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO mintdesk_gate', asked);
    END IF;
  END LOOP;
END $$;
