const CENTRE = { x: 340, y: 330 };
/** Each ring's gate lies elsewhere, so that no straight line leads in. Degrees. */
const GATES = [87, 99, 126, 27, 257, 305, 31, 258];
/** Callers on the rings: which ring, where on it in degrees, and whether it's inside. */
const CALLERS = [
  { ring: 0, at: 40, isNear: true },
  { ring: 1, at: 200, isNear: false },
  { ring: 2, at: 305, isNear: false },
  { ring: 2, at: 95, isNear: false },
  { ring: 3, at: 160, isNear: true },
  { ring: 3, at: 20, isNear: false },
  { ring: 4, at: 240, isNear: false },
  { ring: 4, at: 118, isNear: false },
  { ring: 5, at: 340, isNear: false },
];
const GAP = 10;

/** Rings around a centre, each with three gates: calls stay inside. Decoration only. */
export function RingPicture() {
  return (
    <svg
      viewBox="0 0 680 860"
      preserveAspectRatio="xMidYMid slice"
      fill="none"
      aria-hidden="true"
      className="absolute inset-0 size-full [mask-image:linear-gradient(to_bottom,black_62%,transparent_84%)]"
    >
      {GATES.map((gate, ring) => (
        <circle
          key={gate}
          cx={CENTRE.x}
          cy={CENTRE.y}
          r={radiusOf(ring)}
          stroke="var(--control)"
          strokeOpacity={0.75 - ring * 0.07}
          strokeWidth="1.25"
          strokeDasharray={`${(2 * Math.PI * radiusOf(ring)) / 3 - GAP} ${GAP}`}
          transform={`rotate(${gate} ${CENTRE.x} ${CENTRE.y})`}
        />
      ))}
      <circle cx={CENTRE.x} cy={CENTRE.y} r="7" fill="var(--primary)" />
      {CALLERS.map(({ ring, at, isNear }) => (
        <circle key={`${ring}-${at}`} {...pointOn(ring, at)} r="4" fill={isNear ? 'var(--primary)' : 'var(--chart-1)'} />
      ))}
    </svg>
  );
}

function radiusOf(ring: number): number {
  return 70 + ring * 60;
}

function pointOn(ring: number, degrees: number): { cx: number; cy: number } {
  const angle = (degrees * Math.PI) / 180;
  return { cx: CENTRE.x + radiusOf(ring) * Math.cos(angle), cy: CENTRE.y + radiusOf(ring) * Math.sin(angle) };
}
