import { z } from "zod";

/** How a pack calls the list of its own files. */
export const MANIFEST_PATH = "manifest.json";

/** What a pack says of itself, as far as it takes to check it. */
export const Manifest = z.object({
  pack: z.object({ id: z.string().max(100), name: z.string().max(1_000) }),
  files: z.array(
    z.object({
      path: z.string().min(1).max(4_000),
      byteSize: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type Manifest = z.infer<typeof Manifest>;
