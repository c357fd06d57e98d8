-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('admin', 'operator', 'marketing');

-- CreateEnum
CREATE TYPE "QuotaEntryKind" AS ENUM ('reserve', 'spend', 'release', 'external', 'adjust');

-- CreateEnum
CREATE TYPE "CodeKind" AS ENUM ('WXACODE', 'WXACODE_UNLIMITED', 'WXA_QRCODE');

-- CreateEnum
CREATE TYPE "CodeStatus" AS ENUM ('queued', 'sent', 'minted', 'refused', 'unknown');

-- CreateEnum
CREATE TYPE "EnvVersion" AS ENUM ('release', 'trial', 'develop');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "password_hash" TEXT NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "throttles" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "throttles_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "target_kind" TEXT NOT NULL,
    "target_id" TEXT,
    "target_label" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "details" JSONB NOT NULL,
    "address" TEXT,
    "request_id" TEXT NOT NULL,
    "prev_hash" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "seq" BIGINT NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mini_programs" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "wechat_app_id" TEXT NOT NULL,
    "secret_ciphertext" TEXT NOT NULL,
    "is_sandbox" BOOLEAN NOT NULL DEFAULT false,
    "default_page" TEXT NOT NULL DEFAULT '',
    "default_width" INTEGER NOT NULL DEFAULT 430,
    "default_line_color" TEXT NOT NULL DEFAULT '#000000',
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_at" TIMESTAMPTZ(3),
    "check_errcode" INTEGER,
    "check_message" TEXT,

    CONSTRAINT "mini_programs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_tokens" (
    "mini_program_id" UUID NOT NULL,
    "ciphertext" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "lease_owner" UUID,
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "access_tokens_pkey" PRIMARY KEY ("mini_program_id")
);

-- CreateTable
CREATE TABLE "quota_counters" (
    "mini_program_id" UUID NOT NULL,
    "lifetime_limit" INTEGER NOT NULL DEFAULT 100000,
    "spent" INTEGER NOT NULL DEFAULT 0,
    "reserved" INTEGER NOT NULL DEFAULT 0,
    "num_used" INTEGER,
    "num_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "quota_counters_pkey" PRIMARY KEY ("mini_program_id")
);

-- CreateTable
CREATE TABLE "quota_entries" (
    "seq" BIGSERIAL NOT NULL,
    "mini_program_id" UUID NOT NULL,
    "kind" "QuotaEntryKind" NOT NULL,
    "amount" INTEGER NOT NULL,
    "spent_after" INTEGER NOT NULL,
    "reserved_after" INTEGER NOT NULL,
    "code_id" UUID,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quota_entries_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "campaigns" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "campaigns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scenes" (
    "id" UUID NOT NULL,
    "mini_program_id" UUID NOT NULL,
    "value" VARCHAR(32) NOT NULL,
    "page" TEXT NOT NULL,
    "payload" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pictures" (
    "sha256" CHAR(64) NOT NULL,
    "crc32" BIGINT NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "pixel_width" INTEGER NOT NULL,
    "pixel_height" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pictures_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "codes" (
    "id" UUID NOT NULL,
    "mini_program_id" UUID NOT NULL,
    "campaign_id" UUID,
    "kind" "CodeKind" NOT NULL,
    "status" "CodeStatus" NOT NULL DEFAULT 'queued',
    "label" TEXT NOT NULL,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "target" TEXT NOT NULL,
    "scene" VARCHAR(32),
    "env_version" "EnvVersion" NOT NULL DEFAULT 'release',
    "check_path" BOOLEAN NOT NULL DEFAULT true,
    "width" INTEGER NOT NULL,
    "auto_color" BOOLEAN NOT NULL DEFAULT false,
    "line_color" TEXT NOT NULL DEFAULT '#000000',
    "is_hyaline" BOOLEAN NOT NULL DEFAULT false,
    "identity" CHAR(64) NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "request_key" UUID,
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "attempt_token" UUID,
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "picture_sha256" CHAR(64),
    "minted_at" TIMESTAMPTZ(3),
    "failure_errcode" INTEGER,
    "failure_why" TEXT,
    "failure_message" TEXT,
    "failure_rid" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_calls" (
    "id" UUID NOT NULL,
    "code_id" UUID NOT NULL,
    "attempt_token" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "http_status" INTEGER,
    "errcode" INTEGER,
    "errmsg" TEXT,
    "rid" TEXT,
    "num_used" INTEGER,
    "duration_ms" INTEGER NOT NULL,
    "request" JSONB NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "code_calls_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_user_id_created_at_idx" ON "sessions"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE INDEX "audit_entries_action_seq_idx" ON "audit_entries"("action", "seq" DESC);

-- CreateIndex
CREATE INDEX "audit_entries_actor_id_seq_idx" ON "audit_entries"("actor_id", "seq" DESC);

-- CreateIndex
CREATE INDEX "audit_entries_target_kind_target_id_seq_idx" ON "audit_entries"("target_kind", "target_id", "seq" DESC);

-- CreateIndex
CREATE INDEX "audit_entries_at_idx" ON "audit_entries"("at");

-- CreateIndex
CREATE UNIQUE INDEX "mini_programs_wechat_app_id_key" ON "mini_programs"("wechat_app_id");

-- CreateIndex
CREATE INDEX "mini_programs_archived_at_name_idx" ON "mini_programs"("archived_at", "name");

-- CreateIndex
CREATE INDEX "quota_entries_mini_program_id_seq_idx" ON "quota_entries"("mini_program_id", "seq" DESC);

-- CreateIndex
CREATE INDEX "quota_entries_code_id_idx" ON "quota_entries"("code_id");

-- CreateIndex
CREATE UNIQUE INDEX "campaigns_name_key" ON "campaigns"("name");

-- CreateIndex
CREATE INDEX "campaigns_archived_at_name_idx" ON "campaigns"("archived_at", "name");

-- CreateIndex
CREATE UNIQUE INDEX "scenes_mini_program_id_value_key" ON "scenes"("mini_program_id", "value");

-- CreateIndex
CREATE UNIQUE INDEX "codes_request_key_key" ON "codes"("request_key");

-- CreateIndex
CREATE INDEX "codes_created_at_id_idx" ON "codes"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "codes_mini_program_id_created_at_id_idx" ON "codes"("mini_program_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "codes_campaign_id_created_at_id_idx" ON "codes"("campaign_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "codes_status_created_at_id_idx" ON "codes"("status", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "codes_kind_created_at_id_idx" ON "codes"("kind", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "codes_env_version_created_at_id_idx" ON "codes"("env_version", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "codes_created_by_id_created_at_id_idx" ON "codes"("created_by_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "codes_mini_program_id_scene_idx" ON "codes"("mini_program_id", "scene");

-- CreateIndex
CREATE INDEX "code_calls_code_id_started_at_idx" ON "code_calls"("code_id", "started_at");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_mini_program_id_fkey" FOREIGN KEY ("mini_program_id") REFERENCES "mini_programs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota_counters" ADD CONSTRAINT "quota_counters_mini_program_id_fkey" FOREIGN KEY ("mini_program_id") REFERENCES "mini_programs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota_entries" ADD CONSTRAINT "quota_entries_mini_program_id_fkey" FOREIGN KEY ("mini_program_id") REFERENCES "mini_programs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenes" ADD CONSTRAINT "scenes_mini_program_id_fkey" FOREIGN KEY ("mini_program_id") REFERENCES "mini_programs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "codes" ADD CONSTRAINT "codes_mini_program_id_fkey" FOREIGN KEY ("mini_program_id") REFERENCES "mini_programs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "codes" ADD CONSTRAINT "codes_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "codes" ADD CONSTRAINT "codes_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "codes" ADD CONSTRAINT "codes_scene_fkey" FOREIGN KEY ("mini_program_id", "scene") REFERENCES "scenes"("mini_program_id", "value") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "codes" ADD CONSTRAINT "codes_picture_sha256_fkey" FOREIGN KEY ("picture_sha256") REFERENCES "pictures"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code_calls" ADD CONSTRAINT "code_calls_code_id_fkey" FOREIGN KEY ("code_id") REFERENCES "codes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot spell: the invariants.

ALTER TABLE "users" ADD CONSTRAINT "users_email_lower_case" CHECK (email = lower(email));

ALTER TABLE "quota_counters" ADD CONSTRAINT "quota_within_limit"
  CHECK (spent >= 0 AND reserved >= 0 AND spent + reserved <= lifetime_limit);

ALTER TABLE "scenes" ADD CONSTRAINT "scenes_value_sendable"
  CHECK (value ~ '^[0-9A-Za-z!#$&''()*+,/:;=?@._~-]{1,32}$');

ALTER TABLE "codes"
  ADD CONSTRAINT "codes_scene_only_for_unlimited" CHECK ((kind = 'WXACODE_UNLIMITED') = (scene IS NOT NULL)),
  ADD CONSTRAINT "codes_limited_have_target" CHECK (kind = 'WXACODE_UNLIMITED' OR target <> ''),
  ADD CONSTRAINT "codes_limited_have_reason" CHECK (kind = 'WXACODE_UNLIMITED' OR reason <> ''),
  ADD CONSTRAINT "codes_square_is_published" CHECK (kind <> 'WXA_QRCODE' OR env_version = 'release'),
  ADD CONSTRAINT "codes_width_offered" CHECK (width BETWEEN 280 AND 1280),
  ADD CONSTRAINT "codes_line_color_hex" CHECK (line_color ~ '^#[0-9A-F]{6}$'),
  ADD CONSTRAINT "codes_minted_have_picture"
    CHECK ((status = 'minted') = (picture_sha256 IS NOT NULL) AND (status = 'minted') = (minted_at IS NOT NULL)),
  ADD CONSTRAINT "codes_sent_have_token" CHECK (status <> 'sent' OR (attempt_token IS NOT NULL AND sent_at IS NOT NULL));

-- One living code per set of parameters: a repeat finds the first one, even when both arrive at once.
CREATE UNIQUE INDEX "codes_identity_living" ON "codes" ("mini_program_id", "identity") WHERE status <> 'refused';

-- The few codes that need a hand, for the settling schedule.
CREATE INDEX "codes_unsettled" ON "codes" ("status", "sent_at") WHERE status IN ('queued', 'sent', 'unknown');

ALTER TABLE "pictures" ADD CONSTRAINT "pictures_are_pictures"
  CHECK (media_type IN ('image/jpeg', 'image/png') AND byte_size > 0 AND pixel_width > 0 AND pixel_height > 0);

-- Append-only tables.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "audit_entries_append_only" BEFORE UPDATE OR DELETE ON "audit_entries"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_entries_no_truncate" BEFORE TRUNCATE ON "audit_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "quota_entries_append_only" BEFORE UPDATE OR DELETE ON "quota_entries"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "quota_entries_no_truncate" BEFORE TRUNCATE ON "quota_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "code_calls_append_only" BEFORE UPDATE OR DELETE ON "code_calls"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE "audit_head" ADD CONSTRAINT "audit_head_single" CHECK (id = 1);
INSERT INTO "audit_head" (id, seq, hash) VALUES (1, 0, repeat('0', 64));
