-- A batch runs in somebody's name: who planned it, or who let it go on last.
ALTER TABLE "batches" ADD COLUMN "run_by_id" UUID;
UPDATE "batches" SET "run_by_id" = "created_by_id";
ALTER TABLE "batches" ADD CONSTRAINT "batches_run_by_id_fkey"
  FOREIGN KEY ("run_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- When that person may mint no longer, it waits for one who may.
CREATE FUNCTION may_mint(person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT person IS NULL
    OR EXISTS (SELECT FROM users WHERE id = person AND disabled_at IS NULL AND role <> 'marketing')
$$;

ALTER TABLE "batches" DROP CONSTRAINT "batches_pause_why_known",
  ADD CONSTRAINT "batches_pause_why_known"
  CHECK ("pause_why" IN ('person', 'pilot', 'wechat', 'storage', 'archived', 'not_allowed'));
