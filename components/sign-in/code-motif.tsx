const SPOKES = 36;
const FIRST_RADIUS = 60;
const STEP = 18;
const RINGS = 7;

/** The same dots on server and browser: a fixed little scramble, not chance. */
function isDrawn(spoke: number, ring: number): boolean {
  return (spoke * 7 + ring * 13 + ((spoke * ring) % 5) * 3) % 5 < 3;
}

/** A round code in the manner of a 小程序码; it carries nothing and is never scannable. */
export function CodeMotif() {
  const dots = Array.from({ length: SPOKES * RINGS }, (_, index) => ({
    spoke: index % SPOKES,
    ring: Math.floor(index / SPOKES),
  })).filter(({ spoke, ring }) => isDrawn(spoke, ring));
  return (
    <svg
      viewBox="-190 -190 380 380"
      aria-hidden
      className="mx-auto my-8 w-full max-w-[25rem] text-foreground"
    >
      {dots.map(({ spoke, ring }) => {
        const inner = FIRST_RADIUS + ring * STEP;
        return (
          <path
            key={`${spoke}.${ring}`}
            d={`M0 ${-inner}V${-inner - STEP + 12}`}
            stroke={spoke > 4 && spoke < 9 ? "var(--brand)" : "currentColor"}
            strokeOpacity={spoke > 4 && spoke < 9 ? 1 : 0.82 - ring * 0.085}
            strokeWidth="7"
            strokeLinecap="round"
            transform={`rotate(${spoke * (360 / SPOKES)})`}
          />
        );
      })}
      <circle r="42" fill="var(--brand)" />
      <g stroke="#fff" strokeWidth="6" strokeLinecap="round">
        {Array.from({ length: 12 }, (_, index) => (
          <path key={index} d="M0 -29V-22" transform={`rotate(${index * 30})`} />
        ))}
      </g>
      <circle r="9" fill="#fff" />
    </svg>
  );
}
