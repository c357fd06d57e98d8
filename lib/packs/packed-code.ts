import type { CodeKind } from "@/lib/codes/schema";

/** One code of a pack with everything a file about it may say. Every one is minted and of the released version. */
export interface PackedCode {
  /** Counts from 1 within the pack. */
  position: number;
  codeId: string;
  serial: string;
  label: string;
  tags: readonly string[];
  miniProgramName: string;
  wechatAppId: string;
  /** Minted by the sandbox: nothing WeChat would know. */
  isSandbox: boolean;
  campaignName: string | null;
  batchName: string | null;
  batchRow: number | null;
  kind: CodeKind;
  /** A and C: the path with its query. B: the page that is baked in, empty for the home page. */
  target: string;
  /** B only, as are the page and payload it means now. */
  scene: string | null;
  page: string | null;
  payload: Readonly<Record<string, unknown>> | null;
  isRetired: boolean;
  /** Asked of WeChat, in pixels. */
  width: number;
  createdBy: string;
  createdAt: Date;
  mintedAt: Date;
  picture: PackedPicture;
}

/** The stored picture, as it was measured when it was minted. */
export interface PackedPicture {
  sha256: string;
  crc32: number;
  byteSize: number;
  mediaType: string;
  pixelWidth: number;
  pixelHeight: number;
}

/**
 * Gives the bytes of a code's picture, or null when the store has lost or damaged it; that it is so has then been
 * noted, so a file leaves it out and goes on.
 */
export type ReadPicture = (code: PackedCode) => Promise<Buffer | null>;

/** What a file is made of: its codes in their order, and their pictures. */
export interface PackSource {
  codeCount: number;
  /** In pages, so that memory does not grow with the pack. */
  codes: () => AsyncIterable<readonly PackedCode[]>;
  readPicture: ReadPicture;
}
