-- What the API answered under an Idempotency-Key.
CREATE TABLE "idempotent_requests" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" CHAR(64) NOT NULL,
    "held_until" TIMESTAMPTZ(3),
    "status" INTEGER,
    "headers" JSONB,
    "body" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "idempotent_requests_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "idempotent_requests_created_at_idx" ON "idempotent_requests"("created_at");

CREATE UNIQUE INDEX "idempotent_requests_user_id_key_key" ON "idempotent_requests"("user_id", "key");

ALTER TABLE "idempotent_requests" ADD CONSTRAINT "idempotent_requests_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "idempotent_requests" ADD CONSTRAINT "idempotent_requests_answered" CHECK ((status IS NULL) = (answered_at IS NULL));
