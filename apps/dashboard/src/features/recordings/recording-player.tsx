import { Pause, Play, RotateCcw, RotateCw } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { formatBytes } from '../../ui/format-bytes.ts';
import { formatDuration } from '../../ui/time/format-duration.ts';
import { useHotkeys } from '../../ui/use-hotkeys.ts';
import { DownloadLink } from './download-link.tsx';
import type { Recording } from './recording.ts';
import { SeekBar } from './seek-bar.tsx';
import { usePeaks } from './use-peaks.ts';
import { type Player, STEP_MS } from './use-player.ts';

const FAILURES = {
  link: 'The recording’s address could not be fetched. The transcript still reads.',
  sound: 'The sound stopped loading. The place is kept.',
} as const;

interface RecordingPlayerProps {
  readonly recording: Recording;
  readonly player: Player;
}

/** The sound of a call: play, jump, speed. Its keys work on the whole page. */
export function RecordingPlayer({ recording, player }: RecordingPlayerProps) {
  const { isPlaying, positionMs, durationMs, speed, failure, seek } = player;
  const peaks = usePeaks(recording.id);
  const channels = peaks.data?.channels ?? null;
  const skip = (step: number) => seek(positionMs + step);
  useHotkeys({
    ' ': player.toggle,
    ArrowLeft: () => skip(-STEP_MS),
    ArrowRight: () => skip(STEP_MS),
    '<': () => player.changeSpeed(-1),
    '>': () => player.changeSpeed(1),
  });
  return (
    <section
      aria-label="Recording"
      className="grid shrink-0 grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 border-b border-border bg-background px-5 py-2.5 max-tablet:sticky max-tablet:top-0 max-tablet:z-[6] max-tablet:gap-x-3 max-tablet:px-4"
    >
      <audio ref={player.audio} preload="metadata" className="hidden" />
      <button
        type="button"
        aria-label={isPlaying ? 'Pause' : 'Play'}
        title={isPlaying ? 'Pause (Space)' : 'Play (Space)'}
        onClick={player.toggle}
        className="eased grid size-10 place-items-center rounded-full bg-primary text-primary-foreground hover:bg-primary-hover max-tablet:size-11"
      >
        {isPlaying ? <Pause className="size-5 fill-current stroke-0" /> : <Play className="ml-0.5 size-5 fill-current stroke-0" />}
      </button>
      <SeekBar positionMs={positionMs} durationMs={durationMs} channels={channels} onSeek={(target) => seek(target)} />
      <div className="col-start-2 flex flex-wrap items-center gap-1">
        <span className="pr-2 font-strong whitespace-nowrap">
          {formatDuration(positionMs / 1000)}{' '}
          <span className="font-normal text-muted-foreground">/ {formatDuration(durationMs / 1000)}</span>
        </span>
        <Button look="ghost" size="icon-small" aria-label="Back 10 seconds" title="Back 10 seconds (←)" onClick={() => skip(-STEP_MS)}>
          <RotateCcw />
        </Button>
        <Button look="ghost" size="icon-small" aria-label="Forward 10 seconds" title="Forward 10 seconds (→)" onClick={() => skip(STEP_MS)}>
          <RotateCw />
        </Button>
        <Button look="ghost" size="small" title="Speed (< and >)" onClick={player.cycleSpeed}>
          <span className="sr-only">Speed </span>
          {speed}×
        </Button>
        <span className="flex-1" />
        {failure ? (
          <span role="alert" className="flex items-center gap-2 text-status-failed">
            {FAILURES[failure]}
            <Button size="small" className="text-foreground" onClick={player.retry}>
              Load again
            </Button>
          </span>
        ) : (
          <span className="text-caption text-muted-foreground max-tablet:hidden">
            {channelWords(recording.channels, channels !== null)}
            {recording.sizeBytes === null ? null : ` · ${formatBytes(recording.sizeBytes)}`}
          </span>
        )}
        <DownloadLink recordingId={recording.id} look="icon" />
      </div>
    </section>
  );
}

function channelWords(count: number | null, isDrawn: boolean): string {
  if (count !== 2) return 'One channel';
  return isDrawn ? 'One side above the line, the other below' : 'Each side on a channel of its own';
}
