-- A code's serial: a block of letter, digit, letter, and four digits. No character looks like another one (no B, I, O,
-- Q, S, Z; no 0 or 1 in the block), neighbouring blocks differ, and after 32 million codes a letter is added.
CREATE SEQUENCE "code_serials" MINVALUE 0 START 1;

CREATE FUNCTION code_serial(n bigint) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT substr(letters, (place / 160 + 1)::int, 1) || (2 + place / 20 % 8)::text
    || substr(letters, (place % 20 + 1)::int, 1)
    || CASE WHEN n < 32000000 THEN '' ELSE substr(letters, (n / 32000000 % 20 + 1)::int, 1) END
    || '-' || lpad((n % 10000)::text, 4, '0')
  FROM (SELECT 'ACDEFGHJKLMNPRTUVWXY' AS letters, (n / 10000 % 3200 * 1237 + 7) % 3200 AS place) AS spread
$$;

CREATE FUNCTION next_code_serial() RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT code_serial(nextval('code_serials'))
$$;

-- AlterTable
ALTER TABLE "campaigns" ADD COLUMN     "channel_field" TEXT,
ADD COLUMN     "payload_fields" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "codes" ADD COLUMN     "serial" TEXT NOT NULL DEFAULT next_code_serial();

-- AlterTable
ALTER TABLE "mini_programs" ADD COLUMN     "scan_retention_days" INTEGER NOT NULL DEFAULT 90,
ADD COLUMN     "signing_key_at" TIMESTAMPTZ(3),
ADD COLUMN     "signing_key_ciphertext" TEXT;

-- AlterTable
ALTER TABLE "scenes" ADD COLUMN     "fallback_page" TEXT,
ADD COLUMN     "fallback_payload" JSONB,
ADD COLUMN     "retired_at" TIMESTAMPTZ(3),
ADD COLUMN     "retired_by_name" TEXT,
ADD COLUMN     "retired_note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "retired_why" TEXT;

-- CreateTable
CREATE TABLE "scene_versions" (
    "scene_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "page" TEXT NOT NULL,
    "payload" JSONB,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "returns_to" INTEGER,
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by_name" TEXT,

    CONSTRAINT "scene_versions_pkey" PRIMARY KEY ("scene_id","version")
);

-- CreateTable
CREATE TABLE "heard_scans" (
    "id" BIGSERIAL NOT NULL,
    "scene_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "visitor" BIGINT NOT NULL,
    "is_report" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER,
    "scene_value" INTEGER,
    "device" TEXT,
    "test_token" TEXT,

    CONSTRAINT "heard_scans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scans" (
    "id" BIGINT NOT NULL,
    "scene_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "visitor" BIGINT NOT NULL,
    "version" INTEGER,
    "scene_value" INTEGER,
    "device" TEXT,
    "is_test" BOOLEAN NOT NULL,
    "is_repeat" BOOLEAN NOT NULL,

    CONSTRAINT "scans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scan_days" (
    "scene_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "mini_program_id" UUID NOT NULL,
    "scans" INTEGER NOT NULL,
    "repeats" INTEGER NOT NULL,
    "tests" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3),
    "last_at" TIMESTAMPTZ(3),

    CONSTRAINT "scan_days_pkey" PRIMARY KEY ("scene_id","day")
);

-- CreateTable
CREATE TABLE "scan_totals" (
    "mini_program_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "scans" INTEGER NOT NULL,
    "repeats" INTEGER NOT NULL,
    "tests" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3),
    "last_at" TIMESTAMPTZ(3),

    CONSTRAINT "scan_totals_pkey" PRIMARY KEY ("mini_program_id","day")
);

-- CreateTable
CREATE TABLE "scan_tests" (
    "id" UUID NOT NULL,
    "scene_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "started_by_id" UUID,
    "started_by_name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3),
    "seen_visitor" BIGINT,
    "seen_scan_id" BIGINT,
    "scene_value" INTEGER,
    "device" TEXT,
    "version" INTEGER,

    CONSTRAINT "scan_tests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "scene_versions_scene_id_effective_from_version_idx" ON "scene_versions"("scene_id", "effective_from" DESC, "version" DESC);

-- CreateIndex
CREATE INDEX "scene_versions_created_by_id_idx" ON "scene_versions"("created_by_id");

-- CreateIndex
CREATE INDEX "scans_scene_id_visitor_at_idx" ON "scans"("scene_id", "visitor", "at");

-- CreateIndex
CREATE INDEX "scans_at_id_idx" ON "scans"("at", "id");

-- CreateIndex
CREATE INDEX "scan_days_mini_program_id_day_scene_id_idx" ON "scan_days"("mini_program_id", "day", "scene_id");

-- CreateIndex
CREATE UNIQUE INDEX "scan_tests_token_key" ON "scan_tests"("token");

-- CreateIndex
CREATE INDEX "scan_tests_scene_id_started_at_idx" ON "scan_tests"("scene_id", "started_at" DESC);

-- CreateIndex
CREATE INDEX "scan_tests_started_by_id_idx" ON "scan_tests"("started_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "codes_serial_key" ON "codes"("serial");

-- CreateIndex
CREATE INDEX "scenes_mini_program_id_created_at_id_idx" ON "scenes"("mini_program_id", "created_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "scene_versions" ADD CONSTRAINT "scene_versions_scene_id_fkey" FOREIGN KEY ("scene_id") REFERENCES "scenes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scene_versions" ADD CONSTRAINT "scene_versions_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scans" ADD CONSTRAINT "scans_scene_id_fkey" FOREIGN KEY ("scene_id") REFERENCES "scenes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan_days" ADD CONSTRAINT "scan_days_scene_id_fkey" FOREIGN KEY ("scene_id") REFERENCES "scenes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan_days" ADD CONSTRAINT "scan_days_mini_program_id_fkey" FOREIGN KEY ("mini_program_id") REFERENCES "mini_programs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan_totals" ADD CONSTRAINT "scan_totals_mini_program_id_fkey" FOREIGN KEY ("mini_program_id") REFERENCES "mini_programs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan_tests" ADD CONSTRAINT "scan_tests_scene_id_fkey" FOREIGN KEY ("scene_id") REFERENCES "scenes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan_tests" ADD CONSTRAINT "scan_tests_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "scenes" ADD CONSTRAINT "scenes_retirement_whole"
  CHECK (("retired_at" IS NULL) = ("retired_why" IS NULL)
    AND ("retired_at" IS NULL) = ("retired_by_name" IS NULL)
    AND ("retired_at" IS NOT NULL OR ("fallback_page" IS NULL AND "retired_note" = ''))
    AND ("fallback_page" IS NOT NULL OR "fallback_payload" IS NULL)),
  ADD CONSTRAINT "scenes_retired_why_known"
  CHECK ("retired_why" IN ('misprint', 'moved', 'lost', 'wrong_page', 'ended', 'other'));

ALTER TABLE "scene_versions" ADD CONSTRAINT "scene_versions_counted_from_two" CHECK ("version" >= 2),
  ADD CONSTRAINT "scene_versions_returns_to_earlier" CHECK ("returns_to" BETWEEN 1 AND "version" - 1),
  ADD CONSTRAINT "scene_versions_cancelled_by_somebody"
  CHECK (("cancelled_at" IS NULL) = ("cancelled_by_name" IS NULL)),
  ADD CONSTRAINT "scene_versions_cancelled_in_time" CHECK ("cancelled_at" <= "effective_from");

ALTER TABLE "mini_programs" ADD CONSTRAINT "mini_programs_scan_retention_range"
  CHECK ("scan_retention_days" BETWEEN 1 AND 3650),
  ADD CONSTRAINT "mini_programs_signing_key_dated"
  CHECK (("signing_key_ciphertext" IS NULL) = ("signing_key_at" IS NULL));

ALTER TABLE "scan_days" ADD CONSTRAINT "scan_days_not_negative"
  CHECK ("scans" >= 0 AND "repeats" >= 0 AND "tests" >= 0),
  ADD CONSTRAINT "scan_days_counted_ones_dated"
  CHECK (("scans" > 0) = ("first_at" IS NOT NULL) AND ("scans" > 0) = ("last_at" IS NOT NULL));

ALTER TABLE "scan_totals" ADD CONSTRAINT "scan_totals_not_negative"
  CHECK ("scans" >= 0 AND "repeats" >= 0 AND "tests" >= 0),
  ADD CONSTRAINT "scan_totals_counted_ones_dated"
  CHECK (("scans" > 0) = ("first_at" IS NOT NULL) AND ("scans" > 0) = ("last_at" IS NOT NULL));

-- What was said of a version stays; only a version that is not in force yet may be taken back, once.
CREATE FUNCTION keep_scene_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'created_by_id') <> (to_jsonb(OLD) - 'created_by_id')
    AND (OLD.cancelled_at IS NOT NULL
      OR (to_jsonb(NEW) - '{cancelled_at,cancelled_by_name,created_by_id}'::text[])
        <> (to_jsonb(OLD) - '{cancelled_at,cancelled_by_name,created_by_id}'::text[])) THEN
    RAISE EXCEPTION 'a version of a scene is not changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "scene_versions_kept" BEFORE UPDATE ON "scene_versions"
  FOR EACH ROW EXECUTE FUNCTION keep_scene_version();

-- The gate keeps answers for some seconds; told of a change, it forgets them at once.
CREATE FUNCTION tell_gate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('mintdesk_gate', '');
  RETURN NULL;
END $$;
CREATE TRIGGER "scenes_tell_gate"
  AFTER UPDATE OF "page", "payload", "retired_at", "fallback_page", "fallback_payload" ON "scenes"
  FOR EACH STATEMENT EXECUTE FUNCTION tell_gate();
CREATE TRIGGER "scene_versions_tell_gate" AFTER INSERT OR UPDATE OR DELETE ON "scene_versions"
  FOR EACH STATEMENT EXECUTE FUNCTION tell_gate();
CREATE TRIGGER "mini_programs_tell_gate" AFTER UPDATE OF "signing_key_ciphertext" ON "mini_programs"
  FOR EACH STATEMENT EXECUTE FUNCTION tell_gate();
CREATE TRIGGER "campaigns_tell_gate" AFTER UPDATE OF "name" ON "campaigns"
  FOR EACH STATEMENT EXECUTE FUNCTION tell_gate();

-- The role the gate works under: it reads what answers are made of, and writes down what it heard. Roles belong to the
-- server, not to this database, so it may be there already; where this user may not make roles, the gate says so.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mintdesk_gate') THEN
    BEGIN
      CREATE ROLE mintdesk_gate NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN
      NULL;
    END;
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'mintdesk_gate') THEN
    BEGIN
      GRANT mintdesk_gate TO CURRENT_USER;
    EXCEPTION WHEN insufficient_privilege OR invalid_grant_operation OR unique_violation THEN
      NULL;
    END;
    GRANT SELECT ("id", "mini_program_id", "value", "page", "payload", "created_at", "retired_at", "fallback_page",
      "fallback_payload") ON "scenes" TO mintdesk_gate;
    GRANT SELECT ("scene_id", "version", "page", "payload", "effective_from", "cancelled_at")
      ON "scene_versions" TO mintdesk_gate;
    GRANT SELECT ("id", "wechat_app_id", "signing_key_ciphertext") ON "mini_programs" TO mintdesk_gate;
    GRANT SELECT ("id", "mini_program_id", "scene", "campaign_id", "created_at") ON "codes" TO mintdesk_gate;
    GRANT SELECT ("id", "name") ON "campaigns" TO mintdesk_gate;
    GRANT INSERT ON "heard_scans" TO mintdesk_gate;
    GRANT USAGE ON SEQUENCE "heard_scans_id_seq" TO mintdesk_gate;
  END IF;
END $$;
