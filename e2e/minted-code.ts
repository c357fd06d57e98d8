import { randomUUID } from "node:crypto";
import { mintCode } from "@/lib/codes/mint-code";
import type { MintCodeInput } from "@/lib/codes/schema";
import type { Runtime } from "@/lib/runtime";
import { jobContext } from "@/lib/worker/job-context";

type Unlimited = Extract<MintCodeInput, { kind: "WXACODE_UNLIMITED" }>;

/** A B code that is there before the journey begins. */
export async function mintedCode(
  runtime: Runtime,
  miniProgramId: string,
  changes: Pick<Unlimited, "label" | "carries"> & Partial<Unlimited>,
) {
  const { code } = await mintCode(jobContext(runtime, "林悦"), {
    kind: "WXACODE_UNLIMITED",
    requestKey: randomUUID(),
    miniProgramId,
    campaignId: null,
    tags: [],
    width: 430,
    autoColor: false,
    lineColor: "#000000",
    isHyaline: false,
    envVersion: "release",
    page: "pages/index/index",
    checkPath: true,
    ...changes,
  });
  return code;
}
