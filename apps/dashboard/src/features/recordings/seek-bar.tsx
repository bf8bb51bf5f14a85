import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { formatDuration } from '../../ui/time/format-duration.ts';
import { STEP_MS } from './use-player.ts';
import { Waveform } from './waveform.tsx';

interface SeekBarProps {
  readonly positionMs: number;
  readonly durationMs: number;
  /** Levels of each channel; null while they aren't known, and where there are none. */
  readonly channels: readonly (readonly number[])[] | null;
  readonly onSeek: (positionMs: number) => void;
}

/** Where in the sound one is, on its wave where it has one; drag, click, or use the arrows, Home and End. */
export function SeekBar({ positionMs, durationMs, channels, onSeek }: SeekBarProps) {
  const track = useRef<HTMLDivElement>(null);
  const share = durationMs > 0 ? Math.min(1, positionMs / durationMs) : 0;

  function seekTo(event: PointerEvent) {
    const box = track.current?.getBoundingClientRect();
    if (!box || event.buttons !== 1) return;
    onSeek(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * durationMs);
  }
  function handleKey(event: KeyboardEvent) {
    const targets: Record<string, number> = {
      ArrowLeft: positionMs - STEP_MS,
      ArrowDown: positionMs - STEP_MS,
      ArrowRight: positionMs + STEP_MS,
      ArrowUp: positionMs + STEP_MS,
      PageDown: positionMs - 3 * STEP_MS,
      PageUp: positionMs + 3 * STEP_MS,
      Home: 0,
      End: durationMs,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    onSeek(target);
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label="Position in the recording"
      aria-valuemin={0}
      aria-valuemax={Math.round(durationMs / 1000)}
      aria-valuenow={Math.round(positionMs / 1000)}
      aria-valuetext={`${formatDuration(positionMs / 1000)} of ${formatDuration(durationMs / 1000)}`}
      onKeyDown={handleKey}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        seekTo(event);
      }}
      onPointerMove={seekTo}
      className="group/seek flex h-14 cursor-pointer touch-none items-center rounded-control"
    >
      <div ref={track} className="flex h-full w-full items-center">
        {channels ? <Waveform channels={channels} share={share} /> : <Track share={share} />}
      </div>
    </div>
  );
}

/** What can't be drawn as a wave is a line. */
function Track({ share }: { readonly share: number }) {
  return (
    <div className="relative h-1.5 w-full rounded-full bg-secondary">
      <div className="absolute inset-y-0 left-0 rounded-full bg-chart-1" style={{ width: `${share * 100}%` }} />
      <div
        className="eased absolute top-1/2 size-3.5 -translate-1/2 rounded-full border-2 border-background bg-primary group-hover/seek:size-4"
        style={{ left: `${share * 100}%` }}
      />
    </div>
  );
}
