-- AlterEnum
ALTER TYPE "QuotaEntryKind" ADD VALUE 'limit';

-- AlterTable
ALTER TABLE "quota_counters" ADD COLUMN     "approval_threshold" INTEGER,
ADD COLUMN     "daily_limit" INTEGER NOT NULL DEFAULT 10000,
ADD COLUMN     "drift" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "drift_since" TIMESTAMPTZ(3),
ADD COLUMN     "explained_least" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "explained_most" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "external" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "look_counts" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "num_used_seq" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "quota_entries" ADD COLUMN     "batch_id" UUID,
ADD COLUMN     "campaign_id" UUID,
ADD COLUMN     "charged_to_id" UUID,
ADD COLUMN     "limit_after" INTEGER;

-- What the new columns say of old entries is derived from what stands there already: the campaign of the
-- code, the person who reserved last, and the one limit there has been.
ALTER TABLE "quota_entries" DISABLE TRIGGER "quota_entries_append_only";

UPDATE "quota_entries" AS entry SET
  "limit_after" = counter."lifetime_limit",
  "campaign_id" = (SELECT "campaign_id" FROM "codes" WHERE "codes"."id" = entry."code_id"),
  "charged_to_id" = (
    SELECT users."id" FROM "quota_entries" AS reserve JOIN "users" ON users."id" = reserve."actor_id"
    WHERE reserve."code_id" = entry."code_id" AND reserve."kind" = 'reserve' AND reserve."seq" <= entry."seq"
    ORDER BY reserve."seq" DESC LIMIT 1)
FROM "quota_counters" AS counter WHERE counter."mini_program_id" = entry."mini_program_id";

ALTER TABLE "quota_entries" ENABLE TRIGGER "quota_entries_append_only";

ALTER TABLE "quota_entries" ALTER COLUMN "limit_after" SET NOT NULL;

-- CreateTable
CREATE TABLE "quota_reservations" (
    "seq" BIGINT NOT NULL,
    "mini_program_id" UUID NOT NULL,
    "code_id" UUID,
    "batch_id" UUID,
    "campaign_id" UUID,
    "charged_to_id" UUID,
    "open" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quota_reservations_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "quota_budgets" (
    "id" UUID NOT NULL,
    "mini_program_id" UUID NOT NULL,
    "campaign_id" UUID,
    "user_id" UUID,
    "share" INTEGER NOT NULL,
    "used" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quota_budgets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quota_days" (
    "mini_program_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "a_calls" INTEGER NOT NULL DEFAULT 0,
    "b_calls" INTEGER NOT NULL DEFAULT 0,
    "c_calls" INTEGER NOT NULL DEFAULT 0,
    "limited_spent" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "quota_days_pkey" PRIMARY KEY ("mini_program_id","day")
);

-- CreateTable
CREATE TABLE "quota_notices" (
    "mini_program_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "reached_at" TIMESTAMPTZ(3) NOT NULL,
    "mailed_at" TIMESTAMPTZ(3),
    "leased_until" TIMESTAMPTZ(3),

    CONSTRAINT "quota_notices_pkey" PRIMARY KEY ("mini_program_id","level")
);

-- CreateIndex
CREATE INDEX "quota_reservations_mini_program_id_seq_idx" ON "quota_reservations"("mini_program_id", "seq");

-- CreateIndex
CREATE INDEX "quota_reservations_code_id_idx" ON "quota_reservations"("code_id");

-- CreateIndex
CREATE INDEX "quota_reservations_batch_id_idx" ON "quota_reservations"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "quota_budgets_mini_program_id_campaign_id_key" ON "quota_budgets"("mini_program_id", "campaign_id");

-- CreateIndex
CREATE UNIQUE INDEX "quota_budgets_mini_program_id_user_id_key" ON "quota_budgets"("mini_program_id", "user_id");

-- CreateIndex
CREATE INDEX "quota_entries_mini_program_id_campaign_id_seq_idx" ON "quota_entries"("mini_program_id", "campaign_id", "seq" DESC);

-- CreateIndex
CREATE INDEX "quota_entries_mini_program_id_charged_to_id_seq_idx" ON "quota_entries"("mini_program_id", "charged_to_id", "seq" DESC);

-- AddForeignKey
ALTER TABLE "quota_entries" ADD CONSTRAINT "quota_entries_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota_entries" ADD CONSTRAINT "quota_entries_charged_to_id_fkey" FOREIGN KEY ("charged_to_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota_reservations" ADD CONSTRAINT "quota_reservations_mini_program_id_fkey" FOREIGN KEY ("mini_program_id") REFERENCES "mini_programs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota_reservations" ADD CONSTRAINT "quota_reservations_seq_fkey" FOREIGN KEY ("seq") REFERENCES "quota_entries"("seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota_reservations" ADD CONSTRAINT "quota_reservations_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota_reservations" ADD CONSTRAINT "quota_reservations_charged_to_id_fkey" FOREIGN KEY ("charged_to_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota_budgets" ADD CONSTRAINT "quota_budgets_mini_program_id_fkey" FOREIGN KEY ("mini_program_id") REFERENCES "mini_programs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota_budgets" ADD CONSTRAINT "quota_budgets_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota_budgets" ADD CONSTRAINT "quota_budgets_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota_days" ADD CONSTRAINT "quota_days_mini_program_id_fkey" FOREIGN KEY ("mini_program_id") REFERENCES "mini_programs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota_notices" ADD CONSTRAINT "quota_notices_mini_program_id_fkey" FOREIGN KEY ("mini_program_id") REFERENCES "mini_programs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "quota_counters"
  ADD CONSTRAINT "quota_limits_possible"
    CHECK (lifetime_limit >= 0 AND daily_limit >= 0 AND approval_threshold >= 0),
  ADD CONSTRAINT "quota_external_within_spent" CHECK (external >= 0 AND external <= spent),
  ADD CONSTRAINT "quota_explained_in_order" CHECK (explained_least <= explained_most),
  ADD CONSTRAINT "quota_drift_dated" CHECK ((drift <> 0) = (drift_since IS NOT NULL));

ALTER TABLE "quota_entries" ADD CONSTRAINT "quota_entries_amount_signed"
  CHECK (amount <> 0 AND (kind NOT IN ('reserve', 'spend', 'release') OR amount > 0));

ALTER TABLE "quota_reservations"
  ADD CONSTRAINT "quota_reservations_open" CHECK (open > 0),
  ADD CONSTRAINT "quota_reservations_named" CHECK (code_id IS NOT NULL OR batch_id IS NOT NULL);

ALTER TABLE "quota_budgets"
  ADD CONSTRAINT "quota_budgets_within_share" CHECK (used >= 0 AND used <= share),
  ADD CONSTRAINT "quota_budgets_of_one" CHECK (num_nonnulls(campaign_id, user_id) = 1);

ALTER TABLE "quota_days" ADD CONSTRAINT "quota_days_counted"
  CHECK (a_calls >= 0 AND b_calls >= 0 AND c_calls >= 0 AND limited_spent >= 0);

ALTER TABLE "quota_notices" ADD CONSTRAINT "quota_notices_level" CHECK (level IN (80, 90, 95, 100));

-- Drift: how far WeChat's count lies outside of what our ledger explains of it. Here and nowhere else, so that
-- no writer can forget it. Its date is that of the change that brought it about.
CREATE FUNCTION keep_quota_drift() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.drift := CASE
    WHEN NEW.num_used > NEW.explained_most THEN NEW.num_used - NEW.explained_most
    WHEN NEW.num_used < NEW.explained_least THEN NEW.num_used - NEW.explained_least
    ELSE 0
  END;
  NEW.drift_since := CASE
    WHEN NEW.drift = 0 THEN NULL
    WHEN TG_OP = 'UPDATE' AND OLD.drift_since IS NOT NULL THEN OLD.drift_since
    ELSE NEW.moved_at
  END;
  RETURN NEW;
END $$;

CREATE TRIGGER "quota_counters_drift" BEFORE INSERT OR UPDATE ON "quota_counters"
  FOR EACH ROW EXECUTE FUNCTION keep_quota_drift();

-- Codes that spent after the witness may have said nothing themselves, so they are not held against it.
UPDATE "quota_counters" AS counter SET
  "explained_least" = least("spent", "num_used"),
  "explained_most" = greatest("spent" + "reserved", 0),
  "num_used_seq" = coalesce(
    (SELECT max("seq") FROM "quota_entries" AS entry WHERE entry."mini_program_id" = counter."mini_program_id"), 0)
WHERE "num_used" IS NOT NULL;

INSERT INTO "quota_reservations"
  ("seq", "mini_program_id", "code_id", "campaign_id", "charged_to_id", "open", "created_at")
SELECT entry."seq", entry."mini_program_id", entry."code_id", entry."campaign_id", entry."charged_to_id",
  held."open", entry."created_at"
FROM (
  SELECT "code_id", max("seq") FILTER (WHERE "kind" = 'reserve') AS "seq",
    sum(CASE "kind" WHEN 'reserve' THEN "amount" ELSE -"amount" END) AS "open"
  FROM "quota_entries" WHERE "code_id" IS NOT NULL GROUP BY "code_id"
) AS held
JOIN "quota_entries" AS entry ON entry."seq" = held."seq"
WHERE held."open" > 0;

INSERT INTO "quota_days" ("mini_program_id", "day", "a_calls", "b_calls", "c_calls", "limited_spent")
SELECT "mini_program_id", ("at" AT TIME ZONE 'Asia/Shanghai')::date,
  count(*) FILTER (WHERE "what" = 'getwxacode'),
  count(*) FILTER (WHERE "what" = 'getwxacodeunlimit'),
  count(*) FILTER (WHERE "what" = 'createwxaqrcode'),
  count(*) FILTER (WHERE "what" = 'spend')
FROM (
  SELECT code."mini_program_id", call."started_at" AS "at", call."endpoint" AS "what"
  FROM "code_calls" AS call JOIN "codes" AS code ON code."id" = call."code_id"
  WHERE call."outcome" <> 'not_sent'
    AND call."endpoint" IN ('getwxacode', 'getwxacodeunlimit', 'createwxaqrcode')
  UNION ALL
  SELECT "mini_program_id", "created_at", 'spend' FROM "quota_entries" WHERE "kind" = 'spend'
) AS event
GROUP BY 1, 2;

-- Levels reached long ago are news to nobody.
INSERT INTO "quota_notices" ("mini_program_id", "level", "reached_at", "mailed_at")
SELECT "mini_program_id", "level", now(), now()
FROM "quota_counters" CROSS JOIN unnest(ARRAY[80, 90, 95, 100]) AS "level"
WHERE ("spent" + "reserved") * 100::bigint >= "level" * "lifetime_limit"::bigint;
