-- CreateEnum
CREATE TYPE "PackForm" AS ENUM ('pictures', 'framed', 'posters', 'labels', 'spreadsheet');

-- CreateEnum
CREATE TYPE "PackStatus" AS ENUM ('preparing', 'ready', 'failed', 'cancelled', 'removed');

-- CreateEnum
CREATE TYPE "PackTemplateKind" AS ENUM ('frame', 'poster');

-- CreateTable
CREATE TABLE "packs" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "form" "PackForm" NOT NULL,
    "status" "PackStatus" NOT NULL DEFAULT 'preparing',
    "options" JSONB NOT NULL,
    "selection" JSONB NOT NULL,
    "locale" TEXT NOT NULL,
    "code_count" INTEGER NOT NULL,
    "left_out" JSONB NOT NULL DEFAULT '{}',
    "done_count" INTEGER NOT NULL DEFAULT 0,
    "problem_count" INTEGER NOT NULL DEFAULT 0,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "file_count" INTEGER,
    "byte_size" BIGINT,
    "central_offset" BIGINT,
    "sha256" CHAR(64),
    "failure" TEXT,
    "audit_seq" BIGINT NOT NULL,
    "request_key" UUID NOT NULL,
    "run_token" UUID,
    "claimed_until" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ready_at" TIMESTAMPTZ(3),
    "remove_at" TIMESTAMPTZ(3),

    CONSTRAINT "packs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pack_codes" (
    "pack_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code_id" UUID NOT NULL,
    "problem" TEXT,

    CONSTRAINT "pack_codes_pkey" PRIMARY KEY ("pack_id","position")
);

-- CreateTable
CREATE TABLE "pack_files" (
    "pack_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "object_key" TEXT NOT NULL,
    "crc32" BIGINT NOT NULL,
    "byte_size" BIGINT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "zip_offset" BIGINT NOT NULL,

    CONSTRAINT "pack_files_pkey" PRIMARY KEY ("pack_id","position")
);

-- CreateTable
CREATE TABLE "pack_takes" (
    "id" UUID NOT NULL,
    "pack_id" UUID NOT NULL,
    "link_id" UUID,
    "user_id" UUID,
    "taken_by" TEXT NOT NULL,
    "address" TEXT,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "ticket_hash" CHAR(64),
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "pack_takes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pack_links" (
    "id" UUID NOT NULL,
    "pack_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "password_hash" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "takes_max" INTEGER,
    "takes_count" INTEGER NOT NULL DEFAULT 0,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_name" TEXT,
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pack_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pack_link_events" (
    "id" BIGSERIAL NOT NULL,
    "link_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT,
    "logged_at" TIMESTAMPTZ(3),

    CONSTRAINT "pack_link_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pack_templates" (
    "id" UUID NOT NULL,
    "kind" "PackTemplateKind" NOT NULL,
    "name" TEXT NOT NULL,
    "design" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "pack_templates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pack_assets" (
    "sha256" CHAR(64) NOT NULL,
    "media_type" TEXT NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "pixel_width" INTEGER NOT NULL,
    "pixel_height" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pack_assets_pkey" PRIMARY KEY ("sha256")
);

-- CreateIndex
CREATE UNIQUE INDEX "packs_request_key_key" ON "packs"("request_key");

-- CreateIndex
CREATE INDEX "packs_created_at_id_idx" ON "packs"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "packs_status_remove_at_idx" ON "packs"("status", "remove_at");

-- CreateIndex
CREATE INDEX "packs_sha256_idx" ON "packs"("sha256");

-- CreateIndex
CREATE INDEX "packs_created_by_id_idx" ON "packs"("created_by_id");

-- CreateIndex
CREATE INDEX "pack_codes_code_id_pack_id_idx" ON "pack_codes"("code_id", "pack_id");

-- CreateIndex
CREATE INDEX "pack_files_pack_id_zip_offset_idx" ON "pack_files"("pack_id", "zip_offset");

-- CreateIndex
CREATE UNIQUE INDEX "pack_takes_ticket_hash_key" ON "pack_takes"("ticket_hash");

-- CreateIndex
CREATE INDEX "pack_takes_pack_id_taken_at_idx" ON "pack_takes"("pack_id", "taken_at" DESC);

-- CreateIndex
CREATE INDEX "pack_takes_link_id_idx" ON "pack_takes"("link_id");

-- CreateIndex
CREATE INDEX "pack_takes_user_id_idx" ON "pack_takes"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "pack_links_token_hash_key" ON "pack_links"("token_hash");

-- CreateIndex
CREATE INDEX "pack_links_pack_id_created_at_idx" ON "pack_links"("pack_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "pack_links_created_by_id_idx" ON "pack_links"("created_by_id");

-- CreateIndex
CREATE INDEX "pack_link_events_link_id_at_idx" ON "pack_link_events"("link_id", "at" DESC);

-- CreateIndex
CREATE INDEX "pack_templates_kind_archived_at_name_idx" ON "pack_templates"("kind", "archived_at", "name");

-- CreateIndex
CREATE INDEX "pack_templates_created_by_id_idx" ON "pack_templates"("created_by_id");

-- AddForeignKey
ALTER TABLE "packs" ADD CONSTRAINT "packs_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack_codes" ADD CONSTRAINT "pack_codes_pack_id_fkey" FOREIGN KEY ("pack_id") REFERENCES "packs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack_codes" ADD CONSTRAINT "pack_codes_code_id_fkey" FOREIGN KEY ("code_id") REFERENCES "codes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack_files" ADD CONSTRAINT "pack_files_pack_id_fkey" FOREIGN KEY ("pack_id") REFERENCES "packs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack_takes" ADD CONSTRAINT "pack_takes_pack_id_fkey" FOREIGN KEY ("pack_id") REFERENCES "packs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack_takes" ADD CONSTRAINT "pack_takes_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "pack_links"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack_takes" ADD CONSTRAINT "pack_takes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack_links" ADD CONSTRAINT "pack_links_pack_id_fkey" FOREIGN KEY ("pack_id") REFERENCES "packs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack_links" ADD CONSTRAINT "pack_links_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack_link_events" ADD CONSTRAINT "pack_link_events_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "pack_links"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack_templates" ADD CONSTRAINT "pack_templates_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE "packs"
  ADD CONSTRAINT "packs_code_count_check" CHECK ("code_count" > 0),
  ADD CONSTRAINT "packs_done_count_check" CHECK ("done_count" BETWEEN 0 AND "code_count"),
  ADD CONSTRAINT "packs_problem_count_check" CHECK ("problem_count" BETWEEN 0 AND "code_count"),
  ADD CONSTRAINT "packs_ready_check" CHECK ("status" NOT IN ('ready', 'removed') OR num_nulls("file_count", "byte_size", "sha256", "ready_at", "remove_at") = 0);
ALTER TABLE "pack_codes" ADD CONSTRAINT "pack_codes_problem_check" CHECK ("problem" IN ('missing', 'damaged'));
ALTER TABLE "pack_takes" ADD CONSTRAINT "pack_takes_taker_check" CHECK (("link_id" IS NULL) = ("ticket_hash" IS NULL));
ALTER TABLE "pack_links"
  ADD CONSTRAINT "pack_links_takes_check" CHECK ("takes_count" >= 0 AND ("takes_max" IS NULL OR ("takes_max" > 0 AND "takes_count" <= "takes_max")));
ALTER TABLE "pack_link_events" ADD CONSTRAINT "pack_link_events_kind_check" CHECK ("kind" IN ('opened', 'wrong_password', 'taken'));
CREATE INDEX "pack_link_events_unlogged" ON "pack_link_events" ("id") WHERE "logged_at" IS NULL;
CREATE UNIQUE INDEX "pack_templates_living_name" ON "pack_templates" ("kind", "name") WHERE "archived_at" IS NULL;
