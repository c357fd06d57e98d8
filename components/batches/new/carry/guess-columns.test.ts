import { expect, it } from "vitest";
import { guessColumns } from "./guess-columns";

const guess = (columns: string[], samples: string[][] = []) => guessColumns({ columns, samples });

it("guesses by names in Chinese and English, and by place without them", () => {
  for (const [columns, label, scene] of [
    [["门店名称", "编号"], "门店名称", "编号"],
    [["桌号", "店铺"], "店铺", "桌号"],
    [["区域", "渠道", "场景值"], "渠道", "场景值"],
    [["姓名", "工号"], "姓名", "工号"],
    [["Shop name", "City", "Scene"], "Shop name", "Scene"],
    [["Outlet", "Serial number"], "Outlet", "Serial number"],
    [["title", "sku"], "title", "sku"],
    [["store_id", "Store"], "Store", "store_id"],
    [["A"], "A", "A"],
    [["A", "B"], "A", "A"],
  ] as const) {
    expect(guess([...columns])).toMatchObject({ labelTemplate: `{${label}}`, sceneColumn: scene });
  }
});

it("takes a column for the page by its name and by what stands in it", () => {
  const columns = ["门店", "编号", "页面"];
  const pages = [[], [], ["pages/index/index", "pages/shop/index"]];
  expect(guess(columns, pages).pageTemplate).toBe("{页面}");
  expect(guess(columns, [[], [], ["首页"]]).pageTemplate).toBeNull();
  expect(guess(columns, [[], [], ["/pages/index/index"]]).pageTemplate).toBeNull();
  expect(guess(columns).pageTemplate).toBeNull();
  expect(guess(["path", "A"], [["pages/a/b"], []])).toMatchObject({
    pageTemplate: "{path}",
    labelTemplate: "{A}",
    sceneColumn: "A",
  });
});

it("puts at most as many columns into the data as it holds", () => {
  const columns = Array.from({ length: 300 }, (_, place) => `c${place}`);
  expect(guess(columns).fields).toHaveLength(50);
});
