import { expect, it } from "vitest";
import type { CodeRow } from "@/lib/codes/list-codes";
import { codesAsTable } from "./codes-as-table";

const CODE: CodeRow = {
  id: "01a1fdaf-6895-7655-9fbf-2521a85d490c",
  miniProgramId: "01a1fdaf-6895-7655-9fbf-2521a85d490d",
  miniProgramName: "山茶便利",
  isSandbox: false,
  serial: "A2J-0001",
  campaignId: null,
  campaignName: null,
  kind: "WXACODE_UNLIMITED",
  status: "minted",
  label: "徐汇旗舰店",
  tags: [],
  target: "pages/shop/index",
  scene: "s=1",
  envVersion: "release",
  width: 430,
  lineColor: "#000000",
  isHyaline: false,
  createdBy: "林悦",
  createdById: null,
  createdAt: new Date(0),
  mintedAt: null,
  pictureSha256: null,
  mediaType: null,
  failureErrcode: null,
  failureWhy: null,
  heldUntil: null,
};
const WORDS = {
  column: (name: string) => name.toUpperCase(),
  kind: (kind: string) => `kind ${kind}`,
  status: (status: string) => `status ${status}`,
};

it("gives a heading and a line per code, each cell in its place", () => {
  const odd = { ...CODE, label: "一\t二\n三", scene: "=1+1", target: "" };
  expect(codesAsTable([CODE, odd], WORDS, "https://desk.example.com").split("\n")).toEqual([
    "LABEL\tSERIAL\tKIND\tTARGET\tSCENE\tSTATUS\tADDRESS",
    `徐汇旗舰店\tA2J-0001\tkind WXACODE_UNLIMITED\tpages/shop/index\ts=1\tstatus minted\thttps://desk.example.com/codes/${CODE.id}`,
    `一 二 三\tA2J-0001\tkind WXACODE_UNLIMITED\t\t'=1+1\tstatus minted\thttps://desk.example.com/codes/${CODE.id}`,
  ]);
});
