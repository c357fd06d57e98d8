import type { Context } from "hono";
import type { z } from "zod";

/** A control call's body, or the 400 that says what is wrong with it. */
export async function parseBody<S extends z.ZodType>(
  c: Context,
  schema: S,
): Promise<{ value: z.output<S> } | { problem: Response }> {
  let json: unknown;
  try {
    json = await c.req.json();
  } catch {
    return { problem: c.json({ error: "the body is not JSON" }, 400) };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data };
  return { problem: c.json({ error: "invalid input", issues: parsed.error.issues }, 400) };
}
