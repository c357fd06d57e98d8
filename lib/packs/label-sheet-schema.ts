/** Where things stand on a sheet of labels: plain arithmetic in millimetres, the same for the file and its preview. */
export interface LabelGeometry {
  sheet:
    | { kind: "roll" }
    | {
        kind: "sheet";
        paperWidth: number;
        paperHeight: number;
        columns: number;
        rows: number;
        marginLeft: number;
        marginTop: number;
        gapAcross: number;
        gapDown: number;
      };
  labelWidth: number;
  labelHeight: number;
  padding: number;
  codeSize: number;
  layout: "beside" | "below";
  captions: readonly { size: number; linesMax: number }[];
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const MM_PER_POINT = 25.4 / 72;
/** From one line of text to the next, in its own size. */
export const LINE_PITCH = 1.3;
/** Between a code and its text. */
const TEXT_GAP_MM = 1.5;

/** The sheet as a grid; a roll is a sheet of one label. */
export function gridOf({ sheet, labelWidth, labelHeight }: LabelGeometry) {
  if (sheet.kind === "sheet") return sheet;
  return {
    paperWidth: labelWidth,
    paperHeight: labelHeight,
    columns: 1,
    rows: 1,
    marginLeft: 0,
    marginTop: 0,
    gapAcross: 0,
    gapDown: 0,
  };
}

export function labelsPerSheet(options: LabelGeometry): number {
  const { columns, rows } = gridOf(options);
  return columns * rows;
}

/** Where a label lies on its sheet, by its place from 0, row by row. */
export function labelBox(options: LabelGeometry, place: number): Box {
  const grid = gridOf(options);
  const column = place % grid.columns;
  const row = Math.floor(place / grid.columns);
  return {
    x: grid.marginLeft + column * (options.labelWidth + grid.gapAcross),
    y: grid.marginTop + row * (options.labelHeight + grid.gapDown),
    width: options.labelWidth,
    height: options.labelHeight,
  };
}

/** Where the code lies on its label. */
export function codeBox(options: LabelGeometry): Box {
  const { labelWidth, labelHeight, padding, codeSize: size } = options;
  const across = (labelWidth - size) / 2;
  const down = (labelHeight - size) / 2;
  const box = { width: size, height: size };
  if (options.captions.length === 0) return { x: across, y: down, ...box };
  if (options.layout === "beside") return { x: padding, y: down, ...box };
  // As high on every label, whatever its text needs: code and text together stand in the middle.
  const text = options.captions.reduce((sum, one) => sum + one.linesMax * lineHeight(one.size), 0);
  const free = labelHeight - 2 * padding - size - TEXT_GAP_MM - text;
  return { x: across, y: padding + Math.max(0, free) / 2, ...box };
}

/** What is left for the text on its label. */
export function textBox(options: LabelGeometry): Box {
  const { labelWidth, labelHeight, padding, codeSize, layout } = options;
  const x = layout === "beside" ? padding + codeSize + TEXT_GAP_MM : padding;
  const y = layout === "below" ? codeBox(options).y + codeSize + TEXT_GAP_MM : padding;
  return { x, y, width: labelWidth - padding - x, height: labelHeight - padding - y };
}

/** How high a line of so many points is. */
export function lineHeight(points: number): number {
  return points * LINE_PITCH * MM_PER_POINT;
}

/** How many sheets so many codes need. */
export function sheetsNeeded(
  options: LabelGeometry & { startAt: number; copies: number },
  codeCount: number,
): number {
  const free = labelsPerSheet(options);
  return codeCount === 0 ? 0 : Math.ceil((codeCount * options.copies + options.startAt - 1) / free);
}
