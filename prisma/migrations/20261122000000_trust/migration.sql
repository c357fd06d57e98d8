-- CreateEnum
CREATE TYPE "AccountLinkKind" AS ENUM ('invite', 'reset');

-- CreateEnum
CREATE TYPE "SecondFactorRule" AS ENUM ('off', 'admins', 'everyone');

-- AlterTable
ALTER TABLE "audit_entries" ADD COLUMN     "campaign_id" UUID,
ADD COLUMN     "content_hash" CHAR(64),
ADD COLUMN     "mini_program_id" UUID,
ADD COLUMN     "salt" CHAR(64);

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "locale" TEXT,
ADD COLUMN     "oidc_issuer" TEXT,
ADD COLUMN     "oidc_subject" TEXT,
ADD COLUMN     "theme" TEXT,
ADD COLUMN     "time_zone" TEXT,
ADD COLUMN     "totp_ciphertext" TEXT,
ADD COLUMN     "totp_confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "totp_last_step" BIGINT,
ALTER COLUMN "password_hash" DROP NOT NULL;

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "code_hash" CHAR(64) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_links" (
    "id" UUID NOT NULL,
    "kind" "AccountLinkKind" NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "email" TEXT,
    "name" TEXT,
    "role" "Role",
    "user_id" UUID,
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "key_hash" CHAR(64) NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk_settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "second_factor" "SecondFactorRule" NOT NULL DEFAULT 'off',

    CONSTRAINT "desk_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_checkpoints" (
    "seq" BIGINT NOT NULL,
    "head_hash" CHAR(64) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "key_id" CHAR(16) NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "audit_checkpoints_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_keys" (
    "id" CHAR(16) NOT NULL,
    "public_key" TEXT NOT NULL,
    "ciphertext" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "log_rooms" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "password_hash" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "mini_program_ids" UUID[],
    "campaign_ids" UUID[],
    "action_kinds" TEXT[],
    "actions" TEXT[],
    "from_at" TIMESTAMPTZ(3),
    "until_at" TIMESTAMPTZ(3),
    "fields" TEXT[],
    "redactions" TEXT[],
    "may_export" BOOLEAN NOT NULL,
    "open_count" INTEGER NOT NULL DEFAULT 0,
    "last_opened_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_name" TEXT,
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "log_rooms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "log_room_events" (
    "id" BIGSERIAL NOT NULL,
    "room_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT,
    "logged_at" TIMESTAMPTZ(3),

    CONSTRAINT "log_room_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "recovery_codes_user_id_code_hash_key" ON "recovery_codes"("user_id", "code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "account_links_token_hash_key" ON "account_links"("token_hash");

-- CreateIndex
CREATE INDEX "account_links_kind_created_at_idx" ON "account_links"("kind", "created_at" DESC);

-- CreateIndex
CREATE INDEX "account_links_user_id_idx" ON "account_links"("user_id");

-- CreateIndex
CREATE INDEX "account_links_created_by_id_idx" ON "account_links"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_key_hash_key" ON "api_keys"("key_hash");

-- CreateIndex
CREATE INDEX "api_keys_user_id_created_at_idx" ON "api_keys"("user_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "log_rooms_token_hash_key" ON "log_rooms"("token_hash");

-- CreateIndex
CREATE INDEX "log_rooms_created_at_idx" ON "log_rooms"("created_at" DESC);

-- CreateIndex
CREATE INDEX "log_rooms_created_by_id_idx" ON "log_rooms"("created_by_id");

-- CreateIndex
CREATE INDEX "log_room_events_room_id_at_idx" ON "log_room_events"("room_id", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_entries_mini_program_id_seq_idx" ON "audit_entries"("mini_program_id", "seq" DESC);

-- CreateIndex
CREATE INDEX "audit_entries_campaign_id_seq_idx" ON "audit_entries"("campaign_id", "seq" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "users_oidc_issuer_oidc_subject_key" ON "users"("oidc_issuer", "oidc_subject");

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_rooms" ADD CONSTRAINT "log_rooms_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_room_events" ADD CONSTRAINT "log_room_events_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "log_rooms"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE "audit_entries"
  ADD CONSTRAINT "audit_entries_content_check" CHECK (("salt" IS NULL) = ("content_hash" IS NULL));
CREATE TRIGGER "audit_checkpoints_append_only" BEFORE UPDATE OR DELETE ON "audit_checkpoints"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_checkpoints_no_truncate" BEFORE TRUNCATE ON "audit_checkpoints"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "users"
  ADD CONSTRAINT "users_oidc_check" CHECK (("oidc_issuer" IS NULL) = ("oidc_subject" IS NULL)),
  ADD CONSTRAINT "users_totp_check" CHECK ("totp_confirmed_at" IS NULL OR "totp_ciphertext" IS NOT NULL),
  ADD CONSTRAINT "users_locale_check" CHECK ("locale" IN ('zh-CN', 'en')),
  ADD CONSTRAINT "users_theme_check" CHECK ("theme" IN ('system', 'light', 'dark'));

ALTER TABLE "account_links"
  ADD CONSTRAINT "account_links_kind_check" CHECK (CASE "kind"
    WHEN 'invite' THEN "email" IS NOT NULL AND "name" IS NOT NULL AND "role" IS NOT NULL
    ELSE "user_id" IS NOT NULL END);

ALTER TABLE "desk_settings" ADD CONSTRAINT "desk_settings_single" CHECK ("id" = 1);
INSERT INTO "desk_settings" ("id") VALUES (1);

ALTER TABLE "log_rooms"
  ADD CONSTRAINT "log_rooms_range_check" CHECK ("from_at" IS NULL OR "until_at" IS NULL OR "from_at" < "until_at"),
  ADD CONSTRAINT "log_rooms_open_count_check" CHECK ("open_count" >= 0);
ALTER TABLE "log_room_events"
  ADD CONSTRAINT "log_room_events_kind_check" CHECK ("kind" IN ('opened', 'wrong_password', 'exported'));
CREATE INDEX "log_room_events_unlogged" ON "log_room_events" ("id") WHERE "logged_at" IS NULL;

-- Somebody has to be able to let others in: two admins who step down at the same time wait for each other here.
CREATE FUNCTION keep_an_admin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('keep-an-admin', 0));
  IF NOT EXISTS (SELECT FROM users WHERE role = 'admin' AND disabled_at IS NULL AND id <> OLD.id) THEN
    RAISE EXCEPTION 'the last admin stays' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'users_keep_an_admin';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "users_keep_an_admin" AFTER UPDATE OF "role", "disabled_at" ON "users" FOR EACH ROW
  WHEN (OLD.role = 'admin' AND OLD.disabled_at IS NULL AND (NEW.role <> 'admin' OR NEW.disabled_at IS NOT NULL))
  EXECUTE FUNCTION keep_an_admin();
CREATE TRIGGER "users_keep_an_admin_delete" AFTER DELETE ON "users" FOR EACH ROW
  WHEN (OLD.role = 'admin' AND OLD.disabled_at IS NULL)
  EXECUTE FUNCTION keep_an_admin();
