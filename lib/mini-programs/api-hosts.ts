import type { Env } from "@/lib/env";

/** WeChat's own: the nearest, the remote one for disasters, and three regions (section 0). */
export const WECHAT_HOSTS = [
  "api.weixin.qq.com",
  "api2.weixin.qq.com",
  "sh.api.weixin.qq.com",
  "sz.api.weixin.qq.com",
  "hk.api.weixin.qq.com",
] as const;

/** Host names a mini program may be called at; nobody at the desk can add one. */
export function apiHosts(env: Env): string[] {
  return [...WECHAT_HOSTS, ...env.wechatHosts];
}

/** Where a mini program's calls go. The sandbox's own go to loopback and nothing else does. */
export function baseUrlOf(env: Env, { isSandbox, apiHost }: ApiPlace): string {
  if (isSandbox) return env.sandboxUrl;
  return apiHost === "" ? env.WECHAT_API_BASE : `https://${apiHost}`;
}

interface ApiPlace {
  isSandbox: boolean;
  apiHost: string;
}
