-- CreateEnum
CREATE TYPE "BatchStatus" AS ENUM ('awaiting_approval', 'running', 'paused', 'cancelled', 'done');

-- AlterTable
ALTER TABLE "codes" ADD COLUMN     "batch_id" UUID,
ADD COLUMN     "batch_row" INTEGER,
ADD COLUMN     "claimed_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "send_paces" (
    "mini_program_id" UUID NOT NULL,
    "next_at" TIMESTAMPTZ(6) NOT NULL,
    "per_minute" DOUBLE PRECISION NOT NULL,
    "lowered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "send_paces_pkey" PRIMARY KEY ("mini_program_id")
);

-- CreateTable
CREATE TABLE "batches" (
    "id" UUID NOT NULL,
    "mini_program_id" UUID NOT NULL,
    "campaign_id" UUID,
    "name" TEXT NOT NULL,
    "kind" "CodeKind" NOT NULL,
    "status" "BatchStatus" NOT NULL,
    "row_count" INTEGER NOT NULL,
    "limited_count" INTEGER NOT NULL,
    "request_key" UUID NOT NULL,
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "approval_id" UUID,
    "pilot_until_row" INTEGER,
    "pause_why" TEXT,
    "paused_at" TIMESTAMPTZ(3),
    "paused_by" TEXT,
    "pause_errcode" INTEGER,
    "pause_failure" TEXT,
    "pause_message" TEXT,
    "pause_rid" TEXT,
    "run_token" UUID,
    "run_seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch_skips" (
    "batch_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "problems" JSONB,
    "code_id" UUID,
    "of_row" INTEGER,

    CONSTRAINT "batch_skips_pkey" PRIMARY KEY ("batch_id","row")
);

-- CreateIndex
CREATE UNIQUE INDEX "batches_request_key_key" ON "batches"("request_key");

-- CreateIndex
CREATE INDEX "batches_created_at_id_idx" ON "batches"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "batches_mini_program_id_created_at_id_idx" ON "batches"("mini_program_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "batches_campaign_id_created_at_id_idx" ON "batches"("campaign_id", "created_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "codes" ADD CONSTRAINT "codes_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "send_paces" ADD CONSTRAINT "send_paces_mini_program_id_fkey" FOREIGN KEY ("mini_program_id") REFERENCES "mini_programs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batches" ADD CONSTRAINT "batches_mini_program_id_fkey" FOREIGN KEY ("mini_program_id") REFERENCES "mini_programs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batches" ADD CONSTRAINT "batches_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batches" ADD CONSTRAINT "batches_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_skips" ADD CONSTRAINT "batch_skips_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_skips" ADD CONSTRAINT "batch_skips_code_id_fkey" FOREIGN KEY ("code_id") REFERENCES "codes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "batches"
  ADD CONSTRAINT "batches_counted" CHECK ("row_count" BETWEEN 1 AND 100000 AND "limited_count" BETWEEN 0 AND "row_count"),
  ADD CONSTRAINT "batches_paused_have_why" CHECK (("status" = 'paused') = ("pause_why" IS NOT NULL)
    AND ("pause_why" IS NULL) = ("paused_at" IS NULL)),
  ADD CONSTRAINT "batches_pause_why_known" CHECK ("pause_why" IN ('person', 'pilot', 'wechat', 'storage')),
  ADD CONSTRAINT "batches_end_dated" CHECK (("status" IN ('cancelled', 'done')) = ("finished_at" IS NOT NULL)),
  ADD CONSTRAINT "batches_start_dated" CHECK ("status" IN ('awaiting_approval', 'cancelled') OR "started_at" IS NOT NULL);

-- The few that somebody or some process has to look after.
CREATE INDEX "batches_open" ON "batches" ("status", "created_at" DESC, "id" DESC)
  WHERE "status" IN ('awaiting_approval', 'running', 'paused');

ALTER TABLE "batch_skips"
  ADD CONSTRAINT "batch_skips_row_counted" CHECK ("row" > 0),
  ADD CONSTRAINT "batch_skips_reasoned" CHECK (CASE "why"
    WHEN 'bad' THEN "problems" IS NOT NULL AND "code_id" IS NULL AND "of_row" IS NULL
    WHEN 'repeat' THEN "problems" IS NULL AND num_nonnulls("code_id", "of_row") = 1
    ELSE false END);

ALTER TABLE "codes" ADD CONSTRAINT "codes_batch_row_named"
  CHECK (("batch_id" IS NULL) = ("batch_row" IS NULL) AND "batch_row" > 0);

-- The rows of a batch in their order, once; what waits to be sent and counts by state; the speed of the last minute.
CREATE UNIQUE INDEX "codes_batch_row" ON "codes" ("batch_id", "batch_row") WHERE "batch_id" IS NOT NULL;
CREATE INDEX "codes_batch_status" ON "codes" ("batch_id", "status", "batch_row") WHERE "batch_id" IS NOT NULL;
CREATE INDEX "codes_batch_minted" ON "codes" ("batch_id", "minted_at")
  WHERE "batch_id" IS NOT NULL AND "minted_at" IS NOT NULL;

ALTER TABLE "send_paces" ADD CONSTRAINT "send_paces_positive" CHECK ("per_minute" > 0);
