/** A child process that asks: gets a PressOrder, gives a PressResult, until its parent is gone. */
import { press } from "@/bench/resolver/press";
import type { PressOrder } from "@/bench/resolver/press";

process.on("message", (order) => {
  void press(order as PressOrder).then((result) => process.send?.(result));
});
