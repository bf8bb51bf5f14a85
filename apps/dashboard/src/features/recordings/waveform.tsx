import { useMemo, useRef } from 'react';
import { useWidth } from '../../ui/use-width.ts';
import { WAVE_HEIGHT, wavePath } from './wave-path.ts';

/** A bar of 2 px, and as much between. */
const BAR_PX = 4;

interface WaveformProps {
  /** Levels from 0 to 255, a list for each channel. */
  readonly channels: readonly (readonly number[])[];
  /** How much has been played, 0 to 1. */
  readonly share: number;
}

/** A recording as it sounds along its length, the part that was played in petrol. Says nothing by itself: the bar around it does. */
export function Waveform({ channels, share }: WaveformProps) {
  const frame = useRef<HTMLDivElement>(null);
  const bars = Math.floor(useWidth(frame) / BAR_PX);
  const path = useMemo(() => wavePath(channels, bars), [channels, bars]);
  return (
    <div ref={frame} aria-hidden="true" data-waveform={channels.length} className="relative h-full w-full">
      {bars > 0 ? (
        <>
          <Bars path={path} bars={bars} className="stroke-chart-5" />
          <span className="absolute inset-0" style={{ clipPath: `inset(0 ${100 - share * 100}% 0 0)` }}>
            <Bars path={path} bars={bars} className="stroke-chart-1" />
          </span>
          <i className="absolute inset-y-0 -ml-px w-0.5 rounded-full bg-foreground" style={{ left: `${share * 100}%` }} />
        </>
      ) : null}
    </div>
  );
}

interface BarsProps {
  readonly path: string;
  readonly bars: number;
  readonly className: string;
}

function Bars({ path, bars, className }: BarsProps) {
  return (
    <svg viewBox={`0 0 ${bars} ${WAVE_HEIGHT}`} preserveAspectRatio="none" className="absolute inset-0 size-full">
      <path d={path} fill="none" strokeWidth="2" strokeLinecap="round" vectorEffect="non-scaling-stroke" className={className} />
    </svg>
  );
}
