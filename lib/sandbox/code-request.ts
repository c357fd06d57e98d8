/** A, B and C of the contract (section 2.1). */
export type CodeKind = "A" | "B" | "C";

export type EnvVersion = "release" | "trial" | "develop";

export type Rgb = { r: number; g: number; b: number };

/** A request that has passed every check: what is drawn, and what is counted. */
export type CodeRequest = {
  kind: CodeKind;
  appid: string;
  /** `path` for A and C, `page` for B. */
  target: string;
  /** B only, else empty. */
  scene: string;
  /** Pixels, already clamped to 280..1280. */
  width: number;
  lineColor: Rgb;
  isHyaline: boolean;
  envVersion: EnvVersion;
};

/** Image bytes as they go over the wire. `format` follows the bytes, not the header. */
export type Picture = { bytes: Buffer; format: "jpeg" | "png" };
