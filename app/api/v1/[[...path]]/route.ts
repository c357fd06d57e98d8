import { openApi } from "@/lib/api/app";
import { webRuntime } from "@/lib/web/runtime";

let opened: ReturnType<typeof openApi> | undefined;

/** The API for programs: `lib/api` finds the call and answers it. */
async function answer(request: Request): Promise<Response> {
  opened ??= openApi(webRuntime());
  return opened(request);
}

export const GET = answer;
export const HEAD = answer;
export const POST = answer;
export const PUT = answer;
export const PATCH = answer;
export const DELETE = answer;
export const OPTIONS = answer;
