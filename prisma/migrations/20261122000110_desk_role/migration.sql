-- The role web and worker work under: all they need, but what was written down once they can only add to. Roles belong
-- to the server, not to this database, so it may be there already; where this user may not make roles, the desk says so.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mintdesk_desk') THEN
    BEGIN
      CREATE ROLE mintdesk_desk NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN
      NULL;
    END;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mintdesk_desk') THEN
    RETURN;
  END IF;
  BEGIN
    GRANT mintdesk_desk TO CURRENT_USER;
  EXCEPTION WHEN insufficient_privilege OR invalid_grant_operation OR unique_violation THEN
    NULL;
  END;
  GRANT USAGE ON SCHEMA public TO mintdesk_desk;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO mintdesk_desk;
  GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO mintdesk_desk;
  REVOKE UPDATE, DELETE ON "audit_entries", "audit_checkpoints", "quota_entries", "code_calls" FROM mintdesk_desk;
  EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO mintdesk_desk', current_database());
  ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO mintdesk_desk;
  ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO mintdesk_desk;
  ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO mintdesk_desk;
  -- Before 17 the planner's statistics of new rows come a little later, by themselves.
  IF current_setting('server_version_num')::int >= 170000 THEN
    EXECUTE 'GRANT MAINTAIN ON ALL TABLES IN SCHEMA public TO mintdesk_desk';
    EXECUTE 'ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT MAINTAIN ON TABLES TO mintdesk_desk';
  END IF;
  -- The queue makes its tables itself when it first starts, and more of them later; the desk puts jobs into them.
  CREATE SCHEMA IF NOT EXISTS pgboss;
  GRANT USAGE ON SCHEMA pgboss TO mintdesk_desk;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO mintdesk_desk;
  ALTER DEFAULT PRIVILEGES IN SCHEMA pgboss GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO mintdesk_desk;
END $$;

-- Only the owner of an index may have its waiting words sorted in.
CREATE FUNCTION sort_code_terms() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT gin_clean_pending_list('public.codes_terms'::regclass)
$$;
REVOKE EXECUTE ON FUNCTION sort_code_terms() FROM PUBLIC;
