import type { LabelOptions } from "@/lib/packs/label-schema";
import {
  codeBox,
  gridOf,
  labelBox,
  labelsPerSheet,
  lineHeight,
  textBox,
} from "@/lib/packs/label-sheet-schema";

interface SheetDrawingProps {
  value: LabelOptions;
  /** What the drawing is called for those who cannot see it. */
  label: string;
}

const INK = "#3F3F46";
const EDGE = "#A1A1AA";
const USED = "#E4E4E7";
const FIRST = "#07C160";
/** Of a line's height, what its letters fill. */
const LETTERS = 0.5;

/** A sheet with its labels: those in use already are grey, the first free one is marked. */
export function SheetDrawing({ value, label }: SheetDrawingProps) {
  const { paperWidth, paperHeight } = gridOf(value);
  const places = Array.from({ length: labelsPerSheet(value) }, (_, place) => place);
  const first = value.startAt - 1;
  const hairline = Math.max(paperWidth, paperHeight) / 500;
  return (
    <svg
      viewBox={`0 0 ${paperWidth} ${paperHeight}`}
      role="img"
      aria-label={label}
      className="block size-full"
    >
      {places.map((place) => {
        const box = labelBox(value, place);
        const ground = place < first ? USED : (value.ground ?? "#FFFFFF");
        return (
          <g key={place} transform={`translate(${box.x} ${box.y})`}>
            <rect
              width={box.width}
              height={box.height}
              fill={ground}
              stroke={place === first ? FIRST : EDGE}
              strokeWidth={place === first ? 3 * hairline : hairline}
            />
            {place < first ? null : <LabelInk value={value} />}
          </g>
        );
      })}
    </svg>
  );
}

/** A label in blocks: its code, and its texts as bars. */
function LabelInk({ value }: { value: LabelOptions }) {
  const text = textBox(value);
  const heights = value.captions.map(({ size }) => lineHeight(size));
  const top = value.layout === "beside" ? Math.max(0, text.height - sum(heights)) / 2 : 0;
  return (
    <>
      <rect {...codeBox(value)} fill={INK} opacity={0.75} />
      {value.captions.map(({ size, align }, place) => {
        const width = Math.max(0, text.width * (place === 0 ? 0.9 : 0.6));
        const free = text.width - width;
        const above = top + sum(heights.slice(0, place));
        return (
          <rect
            key={place}
            x={text.x + { left: 0, center: free / 2, right: free }[align]}
            y={text.y + above + (lineHeight(size) * (1 - LETTERS)) / 2}
            width={width}
            height={lineHeight(size) * LETTERS}
            fill={EDGE}
          />
        );
      })}
    </>
  );
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}
