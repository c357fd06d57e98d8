import { defineConfig } from "prisma/config";

// `prisma generate` asks a download host for an engine it does not use; naming any existing file keeps it offline.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
