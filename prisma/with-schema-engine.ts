import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Pool } from "pg";
import { createOfflineAdapterFactory } from "./offline-adapter";
import { createPoolAdapterFactory } from "./pool-adapter";

/** Nothing in this database is managed by anyone else. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

let loading: Promise<void> | undefined;

/**
 * Lends Prisma's own migration engine, as WebAssembly, to `work`. It is connected through `pg`,
 * or to no database at all (`null`), which is enough to compare schemas.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string | null,
  work: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  loading ??= loadWasm();
  await loading;
  if (databaseUrl === null) return runEngine(createOfflineAdapterFactory(), work);
  const pool = new Pool({ connectionString: databaseUrl });
  try {
    return await runEngine(createPoolAdapterFactory(pool), work);
  } finally {
    await pool.end();
  }
}

async function runEngine<T>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  const engine = await bindings.SchemaEngine.new(
    { datamodels: undefined },
    ignoreEngineLog,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
  }
}

// By hand rather than `import "….wasm"`: Node still calls that experimental, and loaders such as tsx and vitest differ.
async function loadWasm(): Promise<void> {
  const location = new URL(
    "schema_engine_bg.wasm",
    pathToFileURL(
      createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg"),
    ),
  );
  const { instance } = await WebAssembly.instantiate(await readFile(location), {
    "./schema_engine_bg.js": withIdleTimers(bindings),
  });
  // Without this registry a panic of the engine hides behind a TypeError.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => process.stderr.write(`${message}\n`),
    },
  });
  // oxlint-disable-next-line no-underscore-dangle -- the names wasm-bindgen gives
  const [attach, start] = [bindings.__wbg_set_wasm, instance.exports.__wbindgen_start];
  attach(instance.exports);
  if (typeof start !== "function") throw new Error("The schema engine's WebAssembly has no start.");
  start();
}

// The engine's lock time-out (10 s) is never cleared and would hold the process open after the work is done.
function withIdleTimers(imports: object): WebAssembly.ModuleImports {
  const result: WebAssembly.ModuleImports = { ...imports };
  for (const name of Object.keys(imports)) {
    if (!name.startsWith("__wbg_setTimeout")) continue;
    result[name] = (callback: () => void, delayMs: number) =>
      setTimeout(callback, delayMs >>> 0).unref();
  }
  return result;
}

// Failures arrive as rejections; the log repeats them as JSON lines.
function ignoreEngineLog(): void {}
