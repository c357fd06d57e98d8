import type {
  AddFaultInput,
  RemoveFaultInput,
  RemoveLatencyInput,
  SetAccountInput,
  SetClockInput,
  SetLatencyInput,
  SetSwitchInput,
} from "@/lib/sandbox-control/schema";
import type { ActionResult } from "@/lib/web/define-action";

type Act<Input> = (input: Input) => Promise<ActionResult<unknown>>;

/** What can be done to the sandbox. */
export interface SandboxActions {
  addFault: Act<AddFaultInput>;
  removeFault: Act<RemoveFaultInput>;
  clearFaults: Act<void>;
  setAccount: Act<SetAccountInput>;
  setLatency: Act<SetLatencyInput>;
  removeLatency: Act<RemoveLatencyInput>;
  setSwitch: Act<SetSwitchInput>;
  setClock: Act<SetClockInput>;
}

/** What the desk knows beside the sandbox. */
export interface SandboxWords {
  /** AppID → the name under which the desk knows it. */
  names: Record<string, string>;
  /** Errcode → its cause in the reader's language. */
  meanings: Record<string, string>;
  /** How long the desk waits for WeChat. */
  timeoutSeconds: number;
}
