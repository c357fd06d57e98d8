-- A row that was under way when its batch was cancelled may come back unsent; it must not go out after all.
ALTER TABLE "codes" ADD COLUMN "is_cancelled" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "codes_cancelled" ON "codes" ("batch_id") WHERE "is_cancelled";
