/** Which runs are wanted, as `npm run faults` and the gate say it in the environment. */
export interface Choice {
  seeds: number[];
  /** Null: all of them. */
  rows: number[] | null;
  /** Rows of a batch. */
  count: number;
  /** Whether it is shown that the matrix bites. */
  hasMutations: boolean;
  /** In the gate, which shares its machine, a row that breaks is run once more. */
  mayRepeat: boolean;
}

const GATE_SEEDS = 3;
const GATE_COUNT = 40;

export function readChoice(env: NodeJS.ProcessEnv): Choice {
  const isPart = Boolean(env.FAULT_ROW ?? env.FAULT_SEED);
  const seeds = Number(env.FAULT_SEEDS ?? GATE_SEEDS);
  return {
    seeds: env.FAULT_SEED
      ? [Number(env.FAULT_SEED)]
      : Array.from({ length: seeds }, (_, at) => at + 1),
    rows: env.FAULT_ROW ? env.FAULT_ROW.split(",").map(Number) : null,
    hasMutations: env.FAULT_ROW === "mutations" || !isPart,
    count: Number(env.FAULT_COUNT ?? GATE_COUNT),
    mayRepeat: env.FAULT_REPEATS === "1",
  };
}
