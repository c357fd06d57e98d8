import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlResultSet,
} from "@prisma/driver-adapter-utils";

const TEXT = 7;
const INT32 = 0;
const BOOLEAN = 5;

/**
 * A PostgreSQL 17 that is not there. The engine greets its database before it compares two schemas;
 * this answers that greeting, so SQL can be written without a server.
 */
export function createOfflineAdapterFactory(): SqlMigrationAwareDriverAdapterFactory {
  const identity = { provider: "postgres", adapterName: "offline" } as const;
  const connect = async (): Promise<SqlDriverAdapter> => ({
    ...identity,
    queryRaw: async () => greeting,
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
    dispose: async () => {},
  });
  return { ...identity, connect, connectToShadowDb: connect };
}

const greeting: SqlResultSet = {
  columnNames: ["exists", "version", "numeric_version"],
  columnTypes: [BOOLEAN, TEXT, INT32],
  rows: [[true, "PostgreSQL 17.0", 170_000]],
};

async function refuse(): Promise<never> {
  throw new Error("This needs a database, and none was named.");
}
