import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import { DatabaseError, type Pool, type QueryArrayConfig, types } from "pg";

type ArrayQuery = (config: QueryArrayConfig) => Promise<{ fields: { dataTypeID: number }[] }>;

const CHAR_ARRAY_OID = 1002;

/**
 * Prisma's adapter for `pg`, mended in two places where the schema engine meets it:
 * a script goes to the server whole, and the one-byte type "char" of PostgreSQL's catalogue is read at all.
 */
export function createPoolAdapterFactory(pool: Pool): SqlMigrationAwareDriverAdapterFactory {
  const sendScript = executeWhole.bind(null, pool.query.bind(pool));
  readCatalogueChars(pool);
  const original = new PrismaPg(pool);
  const mend = (adapter: SqlDriverAdapter): SqlDriverAdapter => {
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => nameChars(await queryRaw(query));
    adapter.executeScript = sendScript;
    return adapter;
  };
  return {
    provider: original.provider,
    adapterName: original.adapterName,
    connect: async () => mend(await original.connect()),
    connectToShadowDb: () => original.connectToShadowDb(),
  };
}

// The adapter knows no column type for "char" and refuses to describe a database that has any constraint.
// It does know arrays of it, which the engine never asks for: columns pass through under that name.
function readCatalogueChars(pool: Pool): void {
  const query = pool.query.bind(pool) as ArrayQuery;
  const patched: ArrayQuery = async (config) => {
    const result = await query(config);
    for (const field of result.fields) {
      if (field.dataTypeID === types.builtins.CHAR) field.dataTypeID = CHAR_ARRAY_OID;
    }
    return result;
  };
  pool.query = patched as Pool["query"];
}

function nameChars(result: SqlResultSet): SqlResultSet {
  const columnTypes = result.columnTypes.map((type) =>
    type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type,
  );
  return { ...result, columnTypes };
}

// The adapter cuts a script at every semicolon, which breaks function bodies and leaves half a migration behind
// on an error. Sent whole, PostgreSQL parses it and runs it as one transaction.
async function executeWhole(query: (script: string) => Promise<unknown>, script: string) {
  try {
    await query(script);
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    throw new DriverAdapterError({
      kind: "postgres",
      code: error.code ?? "",
      severity: error.severity ?? "ERROR",
      message: error.message,
      detail: error.detail,
      column: error.column,
      hint: error.hint,
    });
  }
}
