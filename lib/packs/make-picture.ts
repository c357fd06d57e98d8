import { extensionOf } from "@/lib/codes/file-name";
import type { PackRun } from "@/lib/packs/pack-run";
import type { PackProblem } from "@/lib/packs/pack-view";
import type { PackedCode } from "@/lib/packs/packed-code";
import { openDrawing } from "@/lib/packs/pictures/open-drawing";
import { checkPicture, readPicture } from "@/lib/packs/read-picture";
import type { NewPackFile } from "@/lib/packs/save-page";
import { Measure } from "@/lib/storage/measure";
import { packFileKey, pictureKey } from "@/lib/storage/object-keys";

type StoredPicture = Pick<NewPackFile, "objectKey" | "crc32" | "byteSize" | "sha256"> & {
  extension: "png" | "jpg";
};
/** Where the picture of a code for this pack lies, or why it has none. */
export type MadePicture = StoredPicture | PackProblem["problem"];

interface PictureMaker {
  make: (code: PackedCode) => Promise<MadePicture>;
  /** So many at the same time. */
  atOnce: number;
  /** So many until the next word of progress. */
  pageCodes: number;
}

/** What makes the pictures of a pack: the stored ones as they are, or drawn ones. */
export async function openPictureMaker(run: PackRun): Promise<PictureMaker> {
  const { ctx, options } = run;
  const { store } = ctx.runtime;
  if (options.form === "framed" || options.form === "posters") return openDrawer(run, options);
  const doubted = await listDoubted(run);
  return {
    atOnce: 16,
    pageCodes: 1_000,
    async make({ codeId, picture }) {
      const problem = await checkPicture(store, picture);
      if (problem) return problem;
      const read = doubted.has(codeId) ? await readPicture(store, picture) : null;
      if (typeof read === "string") return read;
      const { sha256, crc32, byteSize, mediaType } = picture;
      const objectKey = pictureKey(sha256);
      return { objectKey, sha256, crc32, byteSize, extension: extensionOf(mediaType) };
    },
  };
}

/** Codes whose picture was found damaged when another pack went out: its size says nothing about it. */
async function listDoubted({ ctx, pack }: PackRun): Promise<Set<string>> {
  const found = await ctx.runtime.db.$queryRaw<{ codeId: string }[]>`
    SELECT DISTINCT mine.code_id AS "codeId"
    FROM pack_codes AS noted JOIN pack_codes AS mine ON mine.code_id = noted.code_id
    WHERE noted.problem = 'damaged' AND mine.pack_id = ${pack.id}::uuid`;
  return new Set(found.map(({ codeId }) => codeId));
}

async function openDrawer(
  { ctx, pack, runToken }: PackRun,
  options: Parameters<typeof openDrawing>[1],
): Promise<PictureMaker> {
  const { store } = ctx.runtime;
  const draw = await openDrawing(ctx, options);
  const extension = extensionOf(`image/${options.drawing.imageType}`);
  return {
    // Each takes the memory of a whole poster.
    atOnce: 2,
    pageCodes: 20,
    async make(code) {
      const found = await readPicture(store, code.picture);
      if (typeof found === "string") return found;
      const drawn = await draw(code, found);
      const measure = new Measure();
      measure.take(drawn);
      const objectKey = packFileKey(pack.id, runToken, `${code.position}.${extension}`);
      await store.put(objectKey, drawn);
      return { objectKey, ...measure.finish(), extension };
    },
  };
}
