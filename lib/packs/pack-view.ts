import type { LeftOut, PackForm, PackOptions, PackSelection, PackStatus } from "@/lib/packs/schema";

/** What a pack would be, before it is ordered. */
export interface PackPreview {
  /** Codes that would be in it. */
  codeCount: number;
  leftOut: LeftOut;
  /** More than PACK_CODES_MAX were chosen. */
  isTooMany: boolean;
  /** Of the stored pictures together. */
  pictureBytes: number;
  /** ZIP: names of up to three files as they will be, from the first codes. */
  sampleNames: readonly string[];
  /** Keys of the payloads of the first codes, for the name template: city, shop. */
  payloadKeys: readonly string[];
  /** The first code that would be in it, for pictures of how it will look. */
  sampleCodeId: string | null;
}

export interface PackRow {
  id: string;
  name: string;
  form: PackForm;
  status: PackStatus;
  codeCount: number;
  leftOut: LeftOut;
  doneCount: number;
  problemCount: number;
  byteSize: number | null;
  takeCount: number;
  createdBy: string;
  createdById: string | null;
  createdAt: Date;
  readyAt: Date | null;
  removeAt: Date | null;
}

export interface PackDetail extends PackRow {
  options: PackOptions;
  selection: PackSelection;
  /** What was chosen, by name: the batch, the campaign; null for ticked codes and filters. */
  chosenFrom: { kind: "batch" | "campaign"; id: string; name: string } | null;
  fileName: string;
  fileCount: number | null;
  sha256: string | null;
  /** Key of `errors.json`, why it could not be made. */
  failure: string | null;
  auditSeq: number;
  /** The first codes whose picture the store has lost or damaged. */
  problems: readonly PackProblem[];
  /** The last takes, newest first. */
  takes: readonly PackTaken[];
}

export interface PackProblem {
  codeId: string;
  serial: string;
  label: string;
  problem: "missing" | "damaged";
}

export interface PackTaken {
  id: string;
  takenBy: string;
  /** The name of the link it was taken by; null: at the desk. */
  link: string | null;
  address: string | null;
  takenAt: Date;
  completedAt: Date | null;
}
