import { randomBytes } from "node:crypto";
import { getBatch } from "@/lib/batches/get-batch";
import type { BatchDetail } from "@/lib/batches/progress-schema";
import { planned, shops, unlimitedBatch, wxacodeBatch } from "@/lib/batches/testing/batch-input";
import type { BatchInput } from "@/lib/batches/testing/batch-input";
import type { Context } from "@/lib/core/context";
import { registerMiniProgram } from "@/lib/mini-programs/register-mini-program";
import { BUILT_IN_ACCOUNT } from "@/lib/sandbox/account";
import type { AccountInput } from "@/lib/sandbox/account";
import type { FaultRuleInput } from "@/lib/sandbox/faults";
import type { RequestEntry } from "@/lib/sandbox/request-log";
import type { Arena } from "@/lib/testing/faults/arena";
import { RESUMES_WITHIN_MS, eventually } from "@/lib/testing/faults/eventually";

/** B; A whose unknown outcomes are asked for again once; A where they are not. */
export const FLAVOURS = ["B", "A", "A once"] as const;
export type Flavour = (typeof FLAVOURS)[number];

/** A batch on a mini program of its own. */
export interface FaultBatch {
  batchId: string;
  miniProgramId: string;
  appid: string;
  /** Stands in the scene or path of its every row. */
  prefix: string;
  flavour: Flavour;
  isLimited: boolean;
  endpoint: "getwxacode" | "getwxacodeunlimit";
  count: number;
  input: BatchInput;
  read(): Promise<BatchDetail>;
  /** Its calls so far. */
  calls(): readonly RequestEntry[];
  /** A fault of its own calls for pictures. */
  addFault(rule: Omit<FaultRuleInput, "appid" | "endpoint">): void;
  /** A fault of the nth such call, for each of them. */
  addFaults(
    nths: readonly number[],
    fault: FaultRuleInput["fault"],
    counted?: "before" | "after",
  ): void;
  /** All its faults that are not spent are gone. */
  clearFaults(): void;
  addTokenFault(rule: Omit<FaultRuleInput, "appid" | "endpoint">): void;
  /** Waits for at least so many calls. */
  called(count: number): Promise<void>;
  /** Waits for one more call than there were at this moment, which has to come in time. */
  resumed(): Promise<void>;
  stands(status: BatchDetail["status"], withinMs?: number): Promise<BatchDetail>;
}

export interface BatchWish {
  flavour: Flavour;
  count: number;
  account?: Partial<AccountInput>;
  /** Who plans it; the arena's operator when absent. */
  by?: Context;
  /** On the mini program of another batch, in place of one of its own. */
  of?: FaultBatch | undefined;
}

/** Registers a mini program and writes down what its batch would be. */
export async function prepareBatch(arena: Arena, wish: BatchWish): Promise<FaultBatch> {
  const { flavour, count } = wish;
  const prefix = randomBytes(4).toString("hex");
  const isLimited = flavour !== "B";
  const { appid, miniProgramId } = wish.of ?? (await addMiniProgram(arena, wish));
  const rows = shops(count, prefix);
  const input = isLimited
    ? wxacodeBatch(miniProgramId, rows, { width: 280 })
    : unlimitedBatch(miniProgramId, rows, { width: 280 });
  return describe(arena, { ...wish, prefix, appid, miniProgramId, isLimited, input });
}

async function addMiniProgram(
  arena: Arena,
  wish: BatchWish,
): Promise<Pick<FaultBatch, "appid" | "miniProgramId">> {
  const appid = `wx${randomBytes(8).toString("hex")}`;
  arena.sandbox.state.createAccount({ ...BUILT_IN_ACCOUNT, ...wish.account, appid });
  const { id: miniProgramId } = await registerMiniProgram(
    arena.admin,
    {
      name: appid,
      wechatAppId: appid,
      appSecret: BUILT_IN_ACCOUNT.secret,
      defaultPage: "",
      defaultWidth: 430,
      defaultLineColor: "#000000",
    },
    { isSandbox: true },
  );
  await arena.runtime.db.miniProgram.update({
    where: { id: miniProgramId },
    data: { repeatUnknownLimited: wish.flavour === "A" },
  });
  return { appid, miniProgramId };
}

/** The one place a batch is planned; with a key that is known it is found again. */
export async function submit(ctx: Context, input: BatchInput): Promise<string> {
  return (await planned(ctx, input)).batchId;
}

export async function planFaultBatch(arena: Arena, wish: BatchWish): Promise<FaultBatch> {
  const batch = await prepareBatch(arena, wish);
  batch.batchId = await submit(wish.by ?? arena.operator, batch.input);
  return batch;
}

type Known = BatchWish &
  Pick<FaultBatch, "prefix" | "appid" | "miniProgramId" | "isLimited" | "input">;

function describe({ sandbox, history, operator, runtime }: Arena, known: Known): FaultBatch {
  const { appid, prefix, count, isLimited } = known;
  const endpoint = isLimited ? "getwxacode" : "getwxacodeunlimit";
  const calls = () => history.callsFor(`${prefix}-`);
  const { state } = sandbox;
  const batch: FaultBatch = {
    ...known,
    endpoint,
    calls,
    batchId: "",
    read: () => getBatch(operator, { batchId: batch.batchId }),
    addFault: (rule) => void state.addFault({ ...rule, endpoint, appid }),
    addFaults(nths, fault, counted) {
      for (const nth of nths)
        state.addFault({ endpoint, appid, fault, nth, ...(counted && { counted }) });
    },
    addTokenFault: (rule) => void state.addFault({ ...rule, endpoint: "stable_token", appid }),
    clearFaults() {
      const own = state.faults.list().filter((rule) => rule.appid === appid);
      for (const { id } of own) state.faults.remove(id);
    },
    async called(least) {
      await eventually(`${least} of ${count} calls`, () => calls().length >= least, 60_000);
    },
    async resumed() {
      const before = calls().length;
      const isOn = async () => calls().length > before || (await batch.read()).status === "done";
      await eventually("the batch goes on by itself", isOn, RESUMES_WITHIN_MS);
    },
    async stands(status, withinMs = 90_000) {
      const { db } = runtime;
      const where = { id: batch.batchId };
      // Cheaper than the whole of it, for many look at once.
      const look = async () => (await db.batch.findUniqueOrThrow({ where })).status === status;
      try {
        await eventually(`the batch is ${status}`, look, withinMs);
      } catch (cause) {
        const { pause, counts, ...seen } = await batch.read();
        const found = JSON.stringify({ status: seen.status, pause, counts });
        throw new Error(`The batch is not ${status} but ${found}.`, { cause });
      }
      return batch.read();
    },
  };
  return batch;
}
