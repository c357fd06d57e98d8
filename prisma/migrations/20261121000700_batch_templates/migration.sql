-- CreateTable
CREATE TABLE "batch_templates" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "columns" TEXT[],
    "form" JSONB NOT NULL,
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "batch_templates_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "batch_templates_name_key" ON "batch_templates"("name");

-- CreateIndex
CREATE INDEX "batch_templates_created_by_id_idx" ON "batch_templates"("created_by_id");

-- AddForeignKey
ALTER TABLE "batch_templates" ADD CONSTRAINT "batch_templates_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;
