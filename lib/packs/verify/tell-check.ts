import type { PackCheck } from "@/lib/packs/verify/check-pack";
import type { NotAPack } from "@/lib/packs/verify/not-a-pack-error";

const LISTED_MAX = 20;

const WHY: Record<NotAPack, string> = {
  notZip:
    "This is not a ZIP with a manifest. Label sheets are checked by the hash the desk shows: --hash <SHA-256>",
  broken:
    "This ZIP was cut off, or it contradicts itself. Download it again; a download that broke off can be carried on.",
  packedAgain:
    "This is compressed or locked, as no pack of pictures is. A spreadsheet is checked by the hash the desk shows, --hash <SHA-256>; a ZIP must be as it was downloaded.",
  noManifest: "There is no manifest.json in this ZIP. Check the file as it was downloaded.",
  badManifest:
    "The manifest.json in this ZIP cannot be read, so nothing can be checked against it.",
  tooMuch: "This ZIP is larger than any pack can be.",
};

export interface ToldCheck {
  lines: readonly string[];
  /** 0: as it left the desk, as far as that can be told; 1: it is not; 2: nothing could be checked. */
  exitCode: 0 | 1 | 2;
}

/** What a check found, in sentences; `expected` is the hash the desk shows. */
export function tellCheck(check: PackCheck, expected: string | null): ToldCheck {
  return check.kind === "file" ? tellFile(check, expected) : tellPack(check, expected);
}

function tellFile(
  { sha256, why }: Extract<PackCheck, { kind: "file" }>,
  expected: string | null,
): ToldCheck {
  const hash = `SHA-256 of the file: ${sha256}`;
  if (expected === sha256) {
    return { lines: ["This is the file the desk recorded, byte for byte.", hash], exitCode: 0 };
  }
  if (expected === null) return { lines: [WHY[why], hash], exitCode: 2 };
  return { lines: [WHY[why], hash, `You gave:            ${expected}`], exitCode: 1 };
}

function tellPack(check: Extract<PackCheck, { kind: "pack" }>, expected: string | null): ToldCheck {
  const { pack, sha256, fileCount, missing, changed, added } = check;
  const isWhole = missing.length + changed.length + added.length === 0;
  const isOther = expected !== null && expected !== sha256;
  return {
    lines: [
      `Pack “${printable(pack.name)}” (${printable(pack.id)})`,
      ...(isWhole ? [`All ${countFiles(fileCount)} are as its manifest says.`] : []),
      ...listed("missing", missing),
      ...listed("not what the manifest says", changed),
      ...listed("not named in the manifest", added),
      `SHA-256 of the manifest: ${sha256}`,
      ...(isOther
        ? [
            `You gave:                ${expected}`,
            "The hashes differ: this is another pack, or somebody changed its manifest as well.",
          ]
        : expected === null
          ? [
              "Compare it with the hash the desk shows for this pack, or give that one: --hash <SHA-256>",
            ]
          : ["It is the hash you gave, so the manifest is the one the desk made."]),
    ],
    exitCode: isWhole && !isOther ? 0 : 1,
  };
}

function listed(what: string, paths: readonly string[]): string[] {
  if (paths.length === 0) return [];
  const more = paths.length - LISTED_MAX;
  return [
    `${countFiles(paths.length)} ${paths.length === 1 ? "is" : "are"} ${what}:`,
    ...paths.slice(0, LISTED_MAX).map((path) => `  ${printable(path)}`),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ];
}

function countFiles(count: number): string {
  return count === 1 ? "1 file" : `${count} files`;
}

/** A name from a file nobody vouches for must not steer the terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, "�");
}
