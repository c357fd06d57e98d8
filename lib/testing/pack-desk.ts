import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { mintCode } from "@/lib/codes/mint-code";
import type { MintCodeInput } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import type { Locale } from "@/lib/i18n/locales";
import { openPack } from "@/lib/packs/open-pack";
import type { OrderPackInput } from "@/lib/packs/schema";
import type { Runtime } from "@/lib/runtime";
import { takePack } from "@/lib/packs/take-pack";
import { packFolder } from "@/lib/storage/object-keys";
import { unlimitedInput } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";
import { contextFor } from "@/lib/testing/test-runtime";

export type PackOrder = OrderPackInput & { locale: Locale };
type Unlimited = Extract<MintCodeInput, { kind: "WXACODE_UNLIMITED" }>;

/** Mints a code on the sandbox; gives its id. */
export async function mint(desk: SandboxDesk, changes: Partial<Unlimited> = {}): Promise<string> {
  const { code } = await mintCode(desk.operator, unlimitedInput(desk, changes));
  if (code.status !== "minted") throw new Error(`The sandbox gave ${code.status}.`);
  return code.id;
}

/** A filled-in form for a ZIP of the pictures of these codes; anything can be replaced. */
export function orderOf(codeIds: readonly string[], changes: Partial<PackOrder> = {}): PackOrder {
  return {
    selection: { kind: "codes", codeIds: [...codeIds] },
    options: { form: "pictures", nameTemplate: "{serial}-{label}", isAscii: false },
    name: "春茶桌贴",
    requestKey: randomUUID(),
    locale: "zh-CN",
    ...changes,
  };
}

/** A worker's context. */
export function worker(desk: SandboxDesk, now?: () => Date): Context {
  return contextFor(desk.runtime, { kind: "job", id: null, name: "packs.prepare" }, now);
}

/** As if the process had died between the order and the first step of preparing it. */
export async function asJustOrdered(runtime: Runtime, packId: string): Promise<void> {
  await runtime.store.removeAll(packFolder(packId));
  await runtime.db.packFile.deleteMany({ where: { packId } });
  await runtime.db.pack.update({
    where: { id: packId },
    data: { status: "preparing", runToken: null, claimedUntil: null, runCount: 0, doneCount: 0 },
  });
}

/** As if its run had not been heard of for long. */
export async function endLease(runtime: Runtime, packId: string): Promise<void> {
  await runtime.db
    .$executeRaw`UPDATE packs SET claimed_until = clock_timestamp() - interval '1 s' WHERE id = ${packId}::uuid`;
}

/** Takes a pack as a person and gives its bytes, or the range of them. */
export async function download(
  ctx: Context,
  packId: string,
  asked: { range?: string; ifRange?: string } = {},
) {
  const { takeId } = await takePack(ctx, { packId });
  const { range = null, ifRange = null } = asked;
  const answer = await openPack(ctx, { packId, takeId, range, ifRange });
  const bytes = Buffer.from(await new Response(answer.body).arrayBuffer());
  return { ...answer, takeId, bytes };
}

/** What is in a ZIP, by path, as another program reads it. */
export async function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const folder = await mkdtemp(path.join(tmpdir(), "mintdesk-zip-"));
  try {
    const file = path.join(folder, "pack.zip");
    await writeFile(file, bytes);
    const printed = execFileSync("python3", ["-c", READ_ZIP, file], { maxBuffer: 2 ** 28 });
    const files = JSON.parse(printed.toString("utf8")) as Record<string, string>;
    return new Map(
      Object.entries(files).map(([name, text]) => [name, Buffer.from(text, "base64")]),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

const READ_ZIP = `
import base64, json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as pack:
    assert pack.testzip() is None
    print(json.dumps({name: base64.b64encode(pack.read(name)).decode() for name in pack.namelist()}))
`;
