-- CreateEnum
CREATE TYPE "AppKind" AS ENUM ('mini_program', 'mini_game');

-- CreateEnum
CREATE TYPE "TokenSource" AS ENUM ('stable', 'classic', 'token_server', 'platform');

-- DropForeignKey
ALTER TABLE "access_tokens" DROP CONSTRAINT "access_tokens_mini_program_id_fkey";

-- Platforms hold tokens too; the rows stay.
ALTER TABLE "access_tokens" RENAME COLUMN "mini_program_id" TO "holder_id";

-- AlterTable
ALTER TABLE "codes" ADD COLUMN     "held_until" TIMESTAMPTZ(3),
ADD COLUMN     "held_since" TIMESTAMPTZ(3),
ADD COLUMN     "is_in_doubt" BOOLEAN NOT NULL DEFAULT false;

UPDATE "codes" SET "is_in_doubt" = true WHERE "status" = 'unknown' AND "kind" <> 'WXACODE_UNLIMITED';

-- AlterTable
ALTER TABLE "mini_programs" ADD COLUMN     "api_host" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "app_kind" "AppKind" NOT NULL DEFAULT 'mini_program',
ADD COLUMN     "repeat_unknown_limited" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "token_source" "TokenSource" NOT NULL DEFAULT 'stable',
ALTER COLUMN "secret_ciphertext" DROP NOT NULL;

-- CreateTable
CREATE TABLE "token_events" (
    "id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "forced" BOOLEAN NOT NULL DEFAULT false,
    "is_new" BOOLEAN NOT NULL DEFAULT false,
    "expires_at" TIMESTAMPTZ(3),
    "endpoint" TEXT,
    "errcode" INTEGER,
    "why" TEXT,
    "message" TEXT,
    "refused_ip" TEXT,
    "life_left_ms" INTEGER,

    CONSTRAINT "token_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wechat_pauses" (
    "key" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3),
    "errcode" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "wechat_pauses_pkey" PRIMARY KEY ("key","scope","reason")
);

-- CreateTable
CREATE TABLE "wechat_token_refusals" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "wechat_token_refusals_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "platforms" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "component_app_id" TEXT NOT NULL,
    "secret_ciphertext" TEXT NOT NULL,
    "push_token_ciphertext" TEXT NOT NULL,
    "encoding_key_ciphertext" TEXT NOT NULL,
    "previous_key_ciphertext" TEXT,
    "ticket_ciphertext" TEXT,
    "ticket_at" TIMESTAMPTZ(3),
    "is_sandbox" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "platforms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "token_servers" (
    "mini_program_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "header_name" TEXT NOT NULL,
    "secret_ciphertext" TEXT,
    "token_path" TEXT NOT NULL,
    "expiry_path" TEXT NOT NULL,

    CONSTRAINT "token_servers_pkey" PRIMARY KEY ("mini_program_id")
);

-- CreateTable
CREATE TABLE "platform_authorizations" (
    "mini_program_id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "refresh_token_ciphertext" TEXT NOT NULL,
    "permission_sets" INTEGER[] NOT NULL DEFAULT ARRAY[]::INTEGER[],
    "code_hash" CHAR(64) NOT NULL,
    "authorized_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "platform_authorizations_pkey" PRIMARY KEY ("mini_program_id")
);

-- CreateIndex
CREATE INDEX "token_events_holder_id_at_idx" ON "token_events"("holder_id", "at" DESC);

-- CreateIndex
CREATE INDEX "token_events_at_idx" ON "token_events"("at");

-- CreateIndex
CREATE UNIQUE INDEX "platforms_component_app_id_key" ON "platforms"("component_app_id");

-- CreateIndex
CREATE INDEX "platform_authorizations_platform_id_authorized_at_idx" ON "platform_authorizations"("platform_id", "authorized_at");

-- AddForeignKey
ALTER TABLE "token_servers" ADD CONSTRAINT "token_servers_mini_program_id_fkey" FOREIGN KEY ("mini_program_id") REFERENCES "mini_programs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_authorizations" ADD CONSTRAINT "platform_authorizations_mini_program_id_fkey" FOREIGN KEY ("mini_program_id") REFERENCES "mini_programs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_authorizations" ADD CONSTRAINT "platform_authorizations_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platforms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "mini_programs" ADD CONSTRAINT "mini_programs_secret_present"
    CHECK ("secret_ciphertext" IS NOT NULL OR "token_source" IN ('token_server', 'platform'));

ALTER TABLE "wechat_token_refusals" ADD CONSTRAINT "wechat_token_refusals_positive" CHECK ("count" > 0);
