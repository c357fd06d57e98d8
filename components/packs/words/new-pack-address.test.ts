import { describe, expect, it } from "vitest";
import { loadCodeListParams } from "@/components/codes/list/code-list-params";
import {
  addressOfAll,
  addressOfFiltered,
  addressOfTicked,
  loadNewPackParams,
  selectionOf,
} from "./new-pack-address";

const ID = "0197c0de-0000-7000-8000-000000000001";
const OTHER = "0197c0de-0000-7000-8000-000000000002";

const chosenBy = (address: string) =>
  selectionOf(loadNewPackParams(new URL(address, "https://desk.example.com").searchParams));

describe("the address of a new pack", () => {
  it("gives back the ticked codes, a whole page of the list in under 2,000 characters", () => {
    expect(chosenBy(addressOfTicked([ID, OTHER]))).toEqual({ kind: "codes", codeIds: [ID, OTHER] });
    expect(addressOfTicked(Array.from({ length: 48 }, () => ID)).length).toBeLessThan(2_000);
  });

  it("gives back what narrows the list, but neither its page nor its look", () => {
    const list = loadCodeListParams(
      new URLSearchParams("search=门店&from=2026-01-31&tag=桌贴&view=gallery&cursor=abc"),
    );
    const address = addressOfFiltered(list, ID);
    expect(address).not.toMatch(/cursor|view/);
    expect(chosenBy(address)).toEqual({
      kind: "filter",
      filters: {
        search: "门店",
        from: "2026-01-31",
        tag: "桌贴",
        envVersion: "release",
        miniProgramId: ID,
      },
    });
  });

  it("names a batch or a campaign as a whole", () => {
    expect(chosenBy(addressOfAll("batch", ID))).toEqual({ kind: "batch", batchId: ID });
    expect(chosenBy(addressOfAll("campaign", ID))).toEqual({ kind: "campaign", campaignId: ID });
  });

  it("chooses nothing when it is empty or mistyped", () => {
    for (const query of ["", "?of=codes", "?of=codes&ids=1.2", "?of=batch&id=7", "?of=moon"]) {
      expect(chosenBy(`/packs/new${query}`), query).toBeNull();
    }
    expect(chosenBy(`/packs/new?of=filter&miniProgramId=7`)).toBeNull();
  });
});
