import type {
  EndSecondFactorInput,
  NewRecoveryCodes,
  NewSecondFactor,
  SecondFactorCodeInput,
} from "@/lib/people/second-factor-schema";
import type { ActionResult } from "@/lib/web/define-action";

/** What can be done with one's own second factor, handed in by the page. */
export interface SecondFactorVerbs {
  begin: (input: null) => Promise<ActionResult<NewSecondFactor>>;
  confirm: (input: SecondFactorCodeInput) => Promise<ActionResult<NewRecoveryCodes>>;
  end: (input: EndSecondFactorInput) => Promise<ActionResult<void>>;
  renew: (input: SecondFactorCodeInput) => Promise<ActionResult<NewRecoveryCodes>>;
}
