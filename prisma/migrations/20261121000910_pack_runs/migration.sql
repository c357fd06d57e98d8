-- AlterTable
ALTER TABLE "packs" ADD COLUMN "run_count" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "pack_codes" ADD COLUMN "label" TEXT NOT NULL,
ADD COLUMN "tags" TEXT[],
ADD COLUMN "campaign_name" TEXT;

-- AlterTable
ALTER TABLE "pack_files" ADD COLUMN "code_position" INTEGER;

-- CreateIndex
CREATE UNIQUE INDEX "pack_files_pack_id_code_position_key" ON "pack_files"("pack_id", "code_position");

-- What Prisma cannot say.
CREATE INDEX "pack_codes_problem" ON "pack_codes" ("code_id") WHERE "problem" IS NOT NULL;
