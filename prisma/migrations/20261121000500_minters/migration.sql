-- CreateTable
CREATE TABLE "minters" (
    "id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "minters_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "codes" ADD COLUMN     "minter_id" UUID;

-- AlterTable
ALTER TABLE "quota_counters" ADD COLUMN     "calls_per_minute" INTEGER NOT NULL DEFAULT 4950;

ALTER TABLE "quota_counters"
  ADD CONSTRAINT "quota_counters_pace" CHECK ("calls_per_minute" BETWEEN 60 AND 5000);

-- The lease of a process that mints, in one place. Nobody could be seen while the server was down, so everyone
-- has the same time after its start.
CREATE FUNCTION "minter_is_lost"("seen_at" TIMESTAMPTZ) RETURNS BOOLEAN LANGUAGE sql VOLATILE AS
  $$ SELECT greatest("seen_at", pg_postmaster_start_time()) < clock_timestamp() - interval '8 seconds' $$;

-- What is under way, and whom to ask about it.
CREATE INDEX "codes_sent" ON "codes" ("minter_id") WHERE "status" = 'sent';

-- Single codes somebody is about to send; past the time a worker does.
CREATE INDEX "codes_claimed" ON "codes" ("claimed_until") WHERE "status" = 'queued' AND "claimed_until" IS NOT NULL;

UPDATE "codes" SET "claimed_until" = coalesce("held_until", now())
  WHERE "status" = 'queued' AND ("batch_id" IS NULL
    OR "batch_id" IN (SELECT "id" FROM "batches" WHERE "status" IN ('done', 'cancelled')));

-- How slow a mini program was made is no longer mixed up with how fast it may go.
UPDATE "send_paces" SET "per_minute" = 5000 WHERE "lowered_at" = to_timestamp(0);
