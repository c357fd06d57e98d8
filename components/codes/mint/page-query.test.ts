import { describe, expect, it } from "vitest";
import { queryAsPayload, queryAsScene, sceneAsPayload, splitPage } from "./page-query";

describe("a page with more than a page in it", () => {
  it("loses its leading slash and its query", () => {
    expect(splitPage(" /pages/shop/index?id=7&from=a?b ")).toEqual({
      page: "pages/shop/index",
      query: "id=7&from=a?b",
    });
    expect(splitPage("pages/index/index")).toEqual({ page: "pages/index/index", query: "" });
  });

  it("gives its query to the scene when it fits", () => {
    expect(queryAsScene("", "id=7")).toBe("id=7");
    expect(queryAsScene("a=1", "id=7")).toBe("a=1&id=7");
  });

  it("does not when it is too long or holds what WeChat refuses", () => {
    expect(queryAsScene("", "city=上海")).toBeNull();
    expect(queryAsScene("", "name=%E5%BA%97")).toBeNull();
    expect(queryAsScene("", "x".repeat(33))).toBeNull();
  });

  it("becomes a payload instead, decoded, with numbers as numbers", () => {
    expect(queryAsPayload("id=7&name=%E5%BA%97&tag=a&tag=b&code=007")).toEqual({
      id: 7,
      name: "店",
      tag: ["a", "b"],
      code: "007",
    });
  });
});

describe("a scene that WeChat would refuse", () => {
  it("becomes a payload of its parameters", () => {
    expect(sceneAsPayload("shop=徐汇店&table=7")).toEqual({ shop: "徐汇店", table: 7 });
  });

  it("stays whole where it has none", () => {
    expect(sceneAsPayload("徐汇店 7 号桌")).toEqual({ scene: "徐汇店 7 号桌" });
    expect(sceneAsPayload("shop=徐汇店&7")).toEqual({ scene: "shop=徐汇店&7" });
  });
});
