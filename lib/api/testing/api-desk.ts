import { openApi } from "@/lib/api/app";
import { askThrough } from "@/lib/api/testing/ask-through";
import type { Asking } from "@/lib/api/testing/ask-through";
import type { Scope } from "@/lib/access/scopes";
import { SCOPES } from "@/lib/access/scopes";
import type { Context } from "@/lib/core/context";
import { makeApiKey } from "@/lib/people/make-api-key";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

/** A desk on a sandbox with the API in front of it, and keys. */
export interface ApiDesk extends SandboxDesk {
  /** Of the operator, with every scope. */
  key: string;
  /** A key of anybody with the scopes named. */
  keyOf(ctx: Context, scopes?: readonly Scope[]): Promise<string>;
  ask: Asking;
}

export async function openApiDesk(overrides: Record<string, string> = {}): Promise<ApiDesk> {
  const desk = await openSandboxDesk(overrides);
  const handle = openApi(desk.runtime);
  const key = await keyOf(desk.operator);
  return { ...desk, key, keyOf, ask: askThrough(handle, desk.runtime.env.publicUrl, key) };
}

async function keyOf(ctx: Context, scopes: readonly Scope[] = SCOPES): Promise<string> {
  const { key } = await makeApiKey(ctx, { name: "测试", scopes: [...scopes], days: 1 });
  return key;
}
