import type { Dispatcher } from "undici";
import type { Minter } from "@/lib/db/open-minter";

export interface CallGuard {
  dispatcher: Dispatcher;
  /** A call was held back, and every later one is. */
  readonly isShut: boolean;
}

/**
 * Connections for the calls of one attempt. Right before the first byte it is asked once more whether the
 * attempt is still this process's own: a process that slept past its time must not send on.
 */
export function guardCalls(dispatcher: Dispatcher, minter: Minter, minterId: string): CallGuard {
  let isShut = false;
  const mayCall = () => {
    isShut ||= !minter.mayCall(minterId);
    return !isShut;
  };
  return {
    dispatcher: dispatcher.compose(
      (dispatch) => (options, handler) => dispatch(options, guardHandler(handler, mayCall)),
    ),
    get isShut() {
      return isShut;
    },
  };
}

/** undici tells of the start right before it writes; who aborts there has sent nothing. */
function guardHandler(
  handler: Dispatcher.DispatchHandler,
  mayCall: () => boolean,
): Dispatcher.DispatchHandler {
  return {
    onRequestStart(controller, context) {
      if (mayCall()) handler.onRequestStart?.(controller, context);
      else controller.abort(new Error("the attempt is no longer this process's own"));
    },
    onResponseStart: (...answer) => handler.onResponseStart?.(...answer),
    onResponseData: (...answer) => handler.onResponseData?.(...answer),
    onResponseEnd: (...answer) => handler.onResponseEnd?.(...answer),
    onResponseError: (...answer) => handler.onResponseError?.(...answer),
  };
}
