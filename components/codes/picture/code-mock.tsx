import {
  CORNERS,
  EYES,
  MOCK_RADIUS,
  MODULE_SIZE,
  roundStrokes,
  squareModules,
} from "@/components/codes/picture/mock-geometry";

const STROKES = roundStrokes();
const MODULES = squareModules();
const MARGIN = 14;
const CORNER_EDGE = 6 * MODULE_SIZE;

interface CodeMockProps {
  shape: "round" | "square";
  color: string;
  isTransparent: boolean;
  /** What the drawing is called for those who cannot see it. */
  label: string;
  /** Stands in its middle, so that nobody takes it for the real one. */
  mark: string;
}

function RoundPattern({ color }: { color: string }) {
  return (
    <g stroke={color} strokeLinecap="round" strokeWidth={4.4} fill="none">
      {STROKES.map(({ x1, y1, x2, y2 }) => (
        <line key={`${x1} ${y1} ${x2} ${y2}`} x1={x1} y1={y1} x2={x2} y2={y2} />
      ))}
      {EYES.map(({ x, y }) => (
        <g key={`${x} ${y}`}>
          <circle cx={x} cy={y} r={14} strokeWidth={5} />
          <circle cx={x} cy={y} r={5.5} fill={color} stroke="none" />
        </g>
      ))}
    </g>
  );
}

function SquarePattern({ color }: { color: string }) {
  return (
    <g fill={color} shapeRendering="crispEdges">
      {MODULES.map(({ x, y }) => (
        <rect key={`${x} ${y}`} x={x} y={y} width={MODULE_SIZE} height={MODULE_SIZE} />
      ))}
      {CORNERS.map(({ x, y }) => (
        <rect
          key={`${x} ${y}`}
          x={x + MODULE_SIZE / 2}
          y={y + MODULE_SIZE / 2}
          width={CORNER_EDGE}
          height={CORNER_EDGE}
          fill="none"
          stroke={color}
          strokeWidth={MODULE_SIZE}
        />
      ))}
    </g>
  );
}

/** A drawing in the shape of a code: carries nothing, costs nothing, cannot be scanned. */
export function CodeMock({ shape, color, isTransparent, label, mark }: CodeMockProps) {
  const edge = MOCK_RADIUS + MARGIN;
  return (
    <svg
      viewBox={`${-edge} ${-edge} ${2 * edge} ${2 * edge}`}
      role="img"
      aria-label={label}
      className="block size-full"
    >
      {isTransparent ? null : (
        <rect x={-edge} y={-edge} width={2 * edge} height={2 * edge} fill="#FFFFFF" />
      )}
      {shape === "round" ? <RoundPattern color={color} /> : <SquarePattern color={color} />}
      <circle r={38} fill="#FFFFFF" stroke={color} strokeWidth={2} strokeDasharray="5 4" />
      <text
        textAnchor="middle"
        dominantBaseline="central"
        fontSize={mark.length > 3 ? 13 : 24}
        fontWeight={600}
        fill="#3F3F46"
      >
        {mark}
      </text>
    </svg>
  );
}
