import { z } from "zod";
import type { Runtime } from "@/lib/runtime";
import { callControl } from "./call-control";

/** Tells the sandbox's platform where to push, as a person would in WeChat's console. */
export async function sendPushesTo(
  runtime: Runtime,
  componentAppId: string,
  pushUrl: string,
): Promise<void> {
  const call = {
    method: "PATCH",
    path: `/components/${encodeURIComponent(componentAppId)}`,
    body: { pushUrl, redirectHost: new URL(pushUrl).hostname },
  } as const;
  await callControl(runtime, call, z.object({ appid: z.string() }));
}
