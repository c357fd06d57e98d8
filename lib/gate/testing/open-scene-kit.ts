import { readFileSync } from "node:fs";
import path from "node:path";
import { createContext, runInContext } from "node:vm";

/** The file that mini programs take along. */
export const SCENE_KIT = path.join(process.cwd(), "public", "mintdesk-scene.js");

export interface Resolved {
  status: string;
  scene: string;
  page: string | null;
  payload: unknown;
  version: number | null;
  campaign: string | null;
}

export interface Phone {
  storage: Map<string, unknown>;
  /** WeChat's scene value of the last start. */
  enteredBy: number;
}

interface WxRequest {
  url: string;
  timeout: number;
  success: (answer: { statusCode: number; data: unknown }) => void;
  fail: (problem: object) => void;
}

async function ask(url: string, timeout: number): Promise<{ statusCode: number; data: unknown }> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(timeout) });
  const data: unknown = await answer.json().catch(() => "");
  return { statusCode: answer.status, data };
}

/** Runs the file as a mini program would: only `wx`, `module` and the language itself are there. */
export function openSceneKit(
  settings: { gateUrl: string; appId: string; timeout?: number; retries?: number },
  phone: Phone,
): (options: unknown) => Promise<Resolved> {
  const wx = {
    request: ({ url, timeout, success, fail }: WxRequest) => {
      void ask(url, timeout).then(success, fail);
    },
    setStorage: ({ key, data }: { key: string; data: unknown }) => phone.storage.set(key, data),
    // As WeChat: an empty string for what is not there.
    getStorageSync: (key: string) => phone.storage.get(key) ?? "",
    getEnterOptionsSync: () => ({ scene: phone.enteredBy }),
  };
  const module: { exports: unknown } = { exports: {} };
  const context = createContext({ wx, module, setTimeout });
  runInContext(readFileSync(SCENE_KIT, "utf8"), context);
  const open = module.exports as (kept: object) => (options: unknown) => Promise<Resolved>;
  return open(settings);
}
