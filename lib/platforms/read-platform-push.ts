import type { Platform } from "@/lib/db/generated/client";
import { openPlatformSecret } from "@/lib/platforms/platform-secret";
import type { Runtime } from "@/lib/runtime";
import { readPush } from "@/lib/wechat/read-push";
import type { PlatformEvent, PushQuery } from "@/lib/wechat/read-push";

export interface PlatformPush {
  query: PushQuery;
  body: string;
}

/**
 * What WeChat pushed to a platform, once its signature fits and it opens with the present
 * or the previous key. Throws `PushRefusedError`.
 */
export function readPlatformPush(
  runtime: Runtime,
  platform: Platform,
  { query, body }: PlatformPush,
): PlatformEvent {
  const { id, componentAppId, previousKeyCiphertext } = platform;
  const open = (name: Parameters<typeof openPlatformSecret>[2], ciphertext: string) =>
    openPlatformSecret(runtime, id, name, ciphertext).reveal();
  const previous = previousKeyCiphertext ? [open("previous_key", previousKeyCiphertext)] : [];
  return readPush({
    componentAppId,
    token: open("push_token", platform.pushTokenCiphertext),
    encodingAesKeys: [open("encoding_key", platform.encodingKeyCiphertext), ...previous],
    query,
    body,
  });
}
