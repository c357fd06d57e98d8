import { expect } from "vitest";
import type { z } from "zod";
import type { Code } from "@/lib/api/codes/code-view";
import type { ApiDesk } from "@/lib/api/testing/api-desk";

export type CodeJson = z.input<typeof Code> & { reused: boolean };

/** Mints a code anew, by the API. */
export async function mintByApi(desk: ApiDesk, body: object): Promise<CodeJson> {
  const response = await desk.ask("POST /codes", { body });
  const code = (await response.json()) as CodeJson;
  expect([response.status, code.status]).toEqual([201, "minted"]);
  return code;
}
