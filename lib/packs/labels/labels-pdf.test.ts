import { buffer } from "node:stream/consumers";
import jsQR from "jsqr";
import sharp from "sharp";
import { expect, test } from "vitest";
import { withPreset } from "@/lib/packs/label-preset-schema";
import { DEFAULT_LABELS, LabelOptions } from "@/lib/packs/label-schema";
import { codeBox, labelBox, labelsPerSheet } from "@/lib/packs/label-sheet-schema";
import type { Box } from "@/lib/packs/label-sheet-schema";
import { labelsPdf } from "@/lib/packs/labels/labels-pdf";
import { qrJpeg, sourceOf } from "@/lib/packs/labels/testing/label-source";
import { cropGrey, inkIn, renderPdf } from "@/lib/packs/labels/testing/render-pdf";
import type { PackSource } from "@/lib/packs/packed-code";

const empty = (count: number) => Array.from({ length: count }, () => "");
const three = (serial: string) => [serial, serial, serial];

/** Apart from each other, so that ink outside a label is seen. */
const APART = LabelOptions.parse({
  ...DEFAULT_LABELS,
  sheet: {
    kind: "sheet",
    paperWidth: 210,
    paperHeight: 297,
    columns: 3,
    rows: 5,
    marginLeft: 8,
    marginTop: 9,
    gapAcross: 5,
    gapDown: 7,
  },
  labelWidth: 61.3,
  labelHeight: 48.7,
});
const TENTH = 0.1;

const write = (options: LabelOptions, source: PackSource) => buffer(labelsPdf(options, source));
const places = (options: LabelOptions) =>
  Array.from({ length: labelsPerSheet(options) }, (_, at) => at);
const codeOn = (options: LabelOptions, place: number): Box => {
  const label = labelBox(options, place);
  const code = codeBox(options);
  return { ...code, x: label.x + code.x, y: label.y + code.y };
};

test("paper and labels measure what was asked for, to a tenth of a millimetre", async () => {
  const options: LabelOptions = { ...APART, marks: "outline" };
  const [page] = await renderPdf(await write(options, sourceOf(15)));
  if (!page) throw new Error("no page");
  expect(page.widthMm).toBeCloseTo(210, 2);
  expect(page.heightMm).toBeCloseTo(297, 2);
  for (const place of places(options)) {
    const box = labelBox(options, place);
    const around = { x: box.x - 2, y: box.y - 2, width: box.width + 4, height: box.height + 4 };
    const ink = inkIn(page, around);
    expect(Math.abs((ink?.x ?? 0) - box.x)).toBeLessThan(TENTH);
    expect(Math.abs((ink?.y ?? 0) - box.y)).toBeLessThan(TENTH);
    expect(Math.abs((ink?.width ?? 0) - box.width)).toBeLessThan(2 * TENTH);
    expect(Math.abs((ink?.height ?? 0) - box.height)).toBeLessThan(2 * TENTH);
  }
});

test("nothing is printed between labels, however long a text is", async () => {
  const texts = [
    "汉".repeat(300),
    "W".repeat(300),
    "g ".repeat(150),
    "ÅÂgjqŷ".repeat(50),
    "｛".repeat(300),
  ];
  const captions = DEFAULT_LABELS.captions.map((caption) => ({ ...caption, linesMax: 8 }));
  for (const layout of ["beside", "below"] as const) {
    const options = LabelOptions.parse({ ...APART, layout, captions, codeSize: 20, padding: 0.5 });
    const source = sourceOf(15, (position) => ({ label: texts[position % texts.length] ?? "" }));
    const [page] = await renderPdf(await write(options, source));
    if (!page) throw new Error("no page");
    for (const place of places(options)) {
      const { x, y, width, height } = labelBox(options, place);
      const ink = inkIn(page, { x, y, width, height });
      expect(ink?.height).toBeGreaterThan(30);
      expect(inkIn(page, { x: x + width + TENTH, y, width: 4.8, height })).toBeNull();
      expect(inkIn(page, { x, y: y + height + TENTH, width, height: 6.8 })).toBeNull();
      // Text keeps the free edge itself; it is not only cut off there.
      expect((ink?.x ?? 0) + (ink?.width ?? 0)).toBeLessThan(x + width - 0.5 + 0.2);
      expect((ink?.y ?? 0) + (ink?.height ?? 0)).toBeLessThan(y + height - 0.5 + 0.2);
    }
    expect(page.text).toContain("…");
  }
});

test("every copy of every code stands in its place, from the first free label on", async () => {
  const options: LabelOptions = { ...APART, startAt: 14, copies: 3, captions: [] };
  const pages = await renderPdf(await write(options, sourceOf(4)));
  expect(pages).toHaveLength(2);
  const said = pages.map((page) =>
    places(options).map((place) => {
      if (!inkIn(page, labelBox(options, place))) return "";
      const { data, width, height } = cropGrey(page, codeOn(options, place));
      const rgba = new Uint8ClampedArray(
        Array.from(data).flatMap((grey) => [grey, grey, grey, 255]),
      );
      return jsQR(rgba, width, height)?.data ?? "unreadable";
    }),
  );
  expect(said).toEqual([
    [...empty(13), "C-1", "C-1"],
    ["C-1", ...three("C-2"), ...three("C-3"), ...three("C-4"), ...empty(5)],
  ]);
});

test("the picture in a label is the stored one, byte for byte and once for all its copies", async () => {
  const picture = await qrJpeg("https://example.com/one", 600);
  const options: LabelOptions = { ...APART, copies: 15 };
  const bytes = await write(
    options,
    sourceOf(1, undefined, async () => picture),
  );
  expect(bytes.indexOf(picture)).toBeGreaterThan(0);
  expect(bytes.indexOf(picture, bytes.indexOf(picture) + 1)).toBe(-1);
  const [page] = await renderPdf(bytes);
  if (!page) throw new Error("no page");
  for (const place of places(options)) {
    const { data, width, height } = cropGrey(page, codeOn(options, place));
    const wanted = await sharp(picture)
      .greyscale()
      .resize(width, height, { fit: "fill" })
      .raw()
      .toBuffer();
    const difference = data.reduce((sum, grey, at) => sum + Math.abs(grey - (wanted[at] ?? 0)), 0);
    expect(difference / data.length).toBeLessThan(12);
  }
});

test("a transparent picture is laid on its ground, and the text is legible there", async () => {
  const clear = await sharp(await qrJpeg("clear"))
    .ensureAlpha(0.5)
    .png()
    .toBuffer();
  const options: LabelOptions = { ...APART, ground: "#102030" };
  const bytes = await write(
    options,
    sourceOf(1, undefined, async () => clear),
  );
  expect(bytes.includes("SMask")).toBe(false);
  const [page] = await renderPdf(bytes);
  if (!page) throw new Error("no page");
  const { data } = cropGrey(page, labelBox(options, 0));
  expect(data.some((grey) => grey === 255)).toBe(true);
  expect(data.filter((grey) => grey < 45).length / data.length).toBeGreaterThan(0.5);
  const { data: code } = cropGrey(page, codeOn(options, 0));
  expect(code.every((grey) => grey < 160)).toBe(true);
});

test("text is text in Noto Sans SC, of which only the used letters are in the file", async () => {
  const label = "鑫淼繁體鐵觀音 Café №5";
  const bytes = await write(
    APART,
    sourceOf(
      15,
      () => ({ label }),
      async () => null,
    ),
  );
  const [page] = await renderPdf(bytes);
  expect(page?.text.replaceAll(/\s/g, "")).toContain(label.replaceAll(" ", ""));
  expect(bytes.includes("NotoSansSC")).toBe(true);
  expect(bytes.length).toBeLessThan(150_000);
});

test("a letter the font lacks is a box, and a payload's value is a text like any other", async () => {
  const captions = DEFAULT_LABELS.captions.map((caption) => ({
    ...caption,
    text: "{city}·{nothing}{label}",
  }));
  const source = sourceOf(1, () => ({ payload: { city: "上海" }, label: "茶🍵馆\u202e\u0007" }));
  const [page] = await renderPdf(await write({ ...APART, captions }, source));
  expect(page?.text).toContain("上海·茶□馆");
});

test("a lost picture leaves a box with the serial, and the text beside it", async () => {
  const source = sourceOf(3, undefined, async ({ position, serial }) =>
    position === 2 ? null : qrJpeg(serial),
  );
  const [page] = await renderPdf(await write({ ...APART, copies: 2 }, source));
  if (!page) throw new Error("no page");
  expect(page.text.match(/图片缺失\s+Missing\s+C-2/g)).toHaveLength(2);
  expect(page.text.match(/门店 2/g)).toHaveLength(2);
  const box = codeOn(APART, 2);
  const ink = inkIn(page, {
    ...box,
    x: box.x - 1,
    y: box.y - 1,
    height: box.height + 2,
    width: box.width + 1,
  });
  expect(ink?.width).toBeCloseTo(box.width, 0);
});

test("each label of a roll is a page of its size", async () => {
  const options = withPreset(DEFAULT_LABELS, "roll50x30");
  const pages = await renderPdf(await write(options, sourceOf(3)));
  expect(pages.map(({ widthMm, heightMm }) => [widthMm, heightMm].map(Math.round))).toEqual([
    [50, 30],
    [50, 30],
    [50, 30],
  ]);
});

test("codes are read as the file is asked for, and no more once the reader has gone", async () => {
  let readCount = 0;
  const source = sourceOf(200, undefined, async () => {
    readCount += 1;
    return null;
  });
  for await (const chunk of labelsPdf(APART, source))
    if (chunk.length > 0 && readCount >= 20) break;
  expect(readCount).toBeLessThan(60);
});

test("the same codes at the same moment are the same bytes", async () => {
  const about = { title: "桌贴", madeAt: new Date("2026-03-01T00:00:00Z") };
  const one = await buffer(labelsPdf(APART, sourceOf(3), about));
  const other = await buffer(labelsPdf(APART, sourceOf(3), about));
  expect(one.equals(other)).toBe(true);
});
