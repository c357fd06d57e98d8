-- CreateTable
CREATE TABLE "sheets" (
    "id" UUID NOT NULL,
    "owner_id" UUID,
    "source" TEXT NOT NULL,
    "file_name" TEXT,
    "columns" TEXT[],
    "row_count" INTEGER NOT NULL,
    "form" JSONB,
    "samples" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sheets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sheet_rows" (
    "sheet_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,

    CONSTRAINT "sheet_rows_pkey" PRIMARY KEY ("sheet_id","row")
);

-- CreateTable
CREATE TABLE "batch_drafts" (
    "id" UUID NOT NULL,
    "sheet_id" UUID NOT NULL,
    "sheet_revision" INTEGER NOT NULL,
    "owner_id" UUID,
    "mini_program_id" UUID NOT NULL,
    "form" JSONB NOT NULL,
    "matched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "batch_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch_draft_rows" (
    "draft_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "code_id" UUID NOT NULL,
    "target" TEXT NOT NULL,
    "scene" TEXT,
    "payload" JSONB,
    "identity" CHAR(64) NOT NULL,
    "same_as" TEXT NOT NULL,
    "quota_cost" SMALLINT NOT NULL,
    "problems" JSONB,
    "of_code_id" UUID,
    "of_row" INTEGER,

    CONSTRAINT "batch_draft_rows_pkey" PRIMARY KEY ("draft_id","row")
);

-- CreateIndex
CREATE INDEX "sheets_owner_id_idx" ON "sheets"("owner_id");

-- CreateIndex
CREATE INDEX "sheets_created_at_idx" ON "sheets"("created_at");

-- CreateIndex
CREATE INDEX "batch_drafts_sheet_id_idx" ON "batch_drafts"("sheet_id");

-- CreateIndex
CREATE INDEX "batch_drafts_owner_id_idx" ON "batch_drafts"("owner_id");

-- CreateIndex
CREATE INDEX "batch_drafts_mini_program_id_idx" ON "batch_drafts"("mini_program_id");

-- AddForeignKey
ALTER TABLE "sheets" ADD CONSTRAINT "sheets_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_rows" ADD CONSTRAINT "sheet_rows_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "sheets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_drafts" ADD CONSTRAINT "batch_drafts_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "sheets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_drafts" ADD CONSTRAINT "batch_drafts_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_drafts" ADD CONSTRAINT "batch_drafts_mini_program_id_fkey" FOREIGN KEY ("mini_program_id") REFERENCES "mini_programs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_draft_rows" ADD CONSTRAINT "batch_draft_rows_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "batch_drafts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: Prisma cannot spell these.
ALTER TABLE "sheets" ADD CONSTRAINT "sheets_source_check" CHECK ("source" IN ('paste', 'lines', 'serial', 'file'));
ALTER TABLE "sheet_rows" ADD CONSTRAINT "sheet_rows_cells_check" CHECK (jsonb_typeof("cells") = 'array');
ALTER TABLE "batch_draft_rows" ADD CONSTRAINT "batch_draft_rows_verdict_check"
    CHECK ("verdict" IN ('new', 'repeat', 'bad', 'taken'));

-- A row whose data were minted before is found by its data: the generated scene differs each time.
CREATE INDEX "scenes_payload" ON "scenes" ("mini_program_id", md5("payload"::text)) WHERE "payload" IS NOT NULL;
