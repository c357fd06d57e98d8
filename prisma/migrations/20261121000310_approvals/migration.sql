-- CreateEnum
CREATE TYPE "ApprovalStatus" AS ENUM ('pending', 'approved', 'declined');

-- AlterTable
ALTER TABLE "codes" ADD COLUMN     "is_awaiting_approval" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "quota_cost" SMALLINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "approvals" (
    "id" UUID NOT NULL,
    "mini_program_id" UUID NOT NULL,
    "code_id" UUID,
    "batch_id" UUID,
    "label" TEXT NOT NULL,
    "limited_count" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "requested_by_id" UUID,
    "requested_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "status" "ApprovalStatus" NOT NULL DEFAULT 'pending',
    "decided_by_id" UUID,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "comment" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "approvals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "approvals_mini_program_id_status_created_at_idx" ON "approvals"("mini_program_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "approvals_code_id_idx" ON "approvals"("code_id");

-- CreateIndex
CREATE INDEX "approvals_batch_id_idx" ON "approvals"("batch_id");

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_mini_program_id_fkey" FOREIGN KEY ("mini_program_id") REFERENCES "mini_programs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


UPDATE "codes" SET "quota_cost" = 1 WHERE "kind" <> 'WXACODE_UNLIMITED';

ALTER TABLE "codes" ADD CONSTRAINT "codes_quota_cost_range"
    CHECK ("quota_cost" BETWEEN 0 AND 1 AND ("quota_cost" = 0 OR "kind" <> 'WXACODE_UNLIMITED'));

-- Codes that differ in their look alone are found by their target; a path can be too long for a b-tree.
CREATE INDEX "codes_limited_target" ON "codes" USING hash ("target") WHERE "kind" <> 'WXACODE_UNLIMITED';

CREATE UNIQUE INDEX "approvals_code_pending" ON "approvals" ("code_id") WHERE "status" = 'pending';
CREATE UNIQUE INDEX "approvals_batch_pending" ON "approvals" ("batch_id") WHERE "status" = 'pending';

ALTER TABLE "approvals" ADD CONSTRAINT "approvals_of_one" CHECK (("code_id" IS NULL) <> ("batch_id" IS NULL));
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_count_positive" CHECK ("limited_count" > 0);
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_never_own"
    CHECK ("decided_by_id" IS NULL OR "decided_by_id" IS DISTINCT FROM "requested_by_id");
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_decided_whole"
    CHECK (("status" = 'pending') = ("decided_at" IS NULL));
