import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { ConflictError } from "@/lib/core/errors";
import { callControl } from "./call-control";
import { listFaults } from "./list-faults";
import { FaultRow } from "./row-schema";
import { AddFaultInput, ANY_APPID, FAULTS_MAX, hasErrcode } from "./schema";

/** Makes WeChat misbehave by one more rule, behind those that stand. */
export async function addFault(ctx: Context, input: AddFaultInput): Promise<FaultRow> {
  authorize(ctx, "sandbox:control");
  const rule = AddFaultInput.parse(input);
  // The sandbox would silently drop its oldest rule.
  if ((await listFaults(ctx)).length >= FAULTS_MAX) {
    throw new ConflictError("sandboxFaultsMany", { most: FAULTS_MAX });
  }
  const body = {
    endpoint: rule.endpoint,
    ...(rule.appid === ANY_APPID ? {} : { appid: rule.appid }),
    fault: faultOf(rule),
    ...(rule.counted === "usual" ? {} : { counted: rule.counted }),
    ...momentOf(rule),
  };
  return callControl(ctx.runtime, { method: "POST", path: "/faults", body }, FaultRow);
}

function faultOf({ kind, errcode, slowMs }: AddFaultInput): object {
  if (hasErrcode(kind)) return { kind, errcode };
  return kind === "slow" ? { kind, ms: slowMs } : { kind };
}

function momentOf({ when, calls, percent }: AddFaultInput): object {
  switch (when) {
    case "first":
      return { times: calls };
    case "nth":
      return { nth: calls };
    case "chance":
      return { probability: percent / 100 };
    case "always":
      return {};
  }
}
