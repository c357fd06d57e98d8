import { expect, test } from "vitest";
import { fillSample } from "@/components/packs/labels/fill-sample";

const CODE = {
  label: "朝阳门店",
  serial: "A7K-0412",
  campaign: null,
  miniProgram: {
    id: "1",
    name: "山茶便利",
    wechatAppId: "wx1",
    appKind: "mini_program",
    isSandbox: true,
  },
  scene: "s=1",
  target: "pages/shop/index",
  tags: ["门店"],
  payload: { city: "北京", table: 3 },
} as Parameters<typeof fillSample>[1];

test("a text shows what the sample code says, and its payload's values", () => {
  expect(fillSample("{city} · {label} {table}{campaign}", CODE)).toBe("北京 · 朝阳门店 3");
});

test("what is not known stays as it is written", () => {
  expect(fillSample("{number} {label}", CODE)).toBe("{number} 朝阳门店");
  expect(fillSample("{label}", null)).toBe("{label}");
});
