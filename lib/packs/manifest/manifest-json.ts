import { listManifestRows } from "@/lib/packs/manifest/manifest-row";
import type { ManifestRow } from "@/lib/packs/manifest/manifest-row";
import { walkRows } from "@/lib/packs/manifest/walk-rows";
import { requireCurrent } from "@/lib/packs/pack-run";
import type { PackRun } from "@/lib/packs/pack-run";
import { beijingIso } from "@/lib/quota/beijing-day";

const PAGE_FILES = 5_000;

/**
 * The manifest for programs: the pack, every other file of it with its hash, and every code. Whoever knows the hash
 * of this file knows that of the whole pack.
 */
export async function* manifestJson(run: PackRun): AsyncGenerator<string, void, void> {
  const { pack } = run;
  const head = {
    id: pack.id,
    name: pack.name,
    form: pack.form,
    orderedAt: beijingIso(pack.createdAt),
    orderedBy: pack.createdBy,
    logEntry: String(pack.auditSeq),
    codeCount: pack.codeCount,
    leftOut: pack.leftOut,
  };
  yield `{\n"pack": ${JSON.stringify(head)},\n"files": [`;
  yield* lines(listFiles(run));
  yield `],\n"codes": [`;
  yield* lines(listCodes(run));
  yield "]\n}\n";
}

async function* listFiles(run: PackRun) {
  let position = 0;
  for (;;) {
    requireCurrent(run);
    const files = await run.ctx.runtime.db.packFile.findMany({
      where: { packId: run.pack.id, position: { gt: position } },
      orderBy: { position: "asc" },
      take: PAGE_FILES,
    });
    const last = files.at(-1);
    if (!last) return;
    yield files.map(({ path, byteSize, sha256 }) => ({ path, byteSize: Number(byteSize), sha256 }));
    position = last.position;
  }
}

async function* listCodes(run: PackRun) {
  const { ctx, pack } = run;
  const pages = walkRows(run, (page) => listManifestRows(ctx, pack.id, page));
  for await (const rows of pages) yield rows.map(toCode);
}

function toCode({ code, file, problem, logEntry }: ManifestRow) {
  const { picture } = code;
  return {
    file: file?.path ?? null,
    sha256: file?.sha256 ?? null,
    serial: code.serial,
    label: code.label,
    kind: code.kind,
    target: code.target,
    scene: code.scene,
    page: code.page,
    payload: code.payload,
    isRetired: code.isRetired,
    width: code.width,
    tags: code.tags,
    campaign: code.campaignName,
    miniProgram: code.miniProgramName,
    appId: code.wechatAppId,
    isSandbox: code.isSandbox,
    mintedAt: beijingIso(code.mintedAt),
    mintedPicture: {
      sha256: picture.sha256,
      pixelWidth: picture.pixelWidth,
      pixelHeight: picture.pixelHeight,
    },
    logEntry,
    problem,
  };
}

/** The items of a JSON array, one on each line. */
async function* lines(pages: AsyncIterable<readonly object[]>): AsyncGenerator<string, void, void> {
  let start = "\n";
  for await (const page of pages) {
    yield start + page.map((item) => JSON.stringify(item)).join(",\n");
    start = ",\n";
  }
  yield "\n";
}
