import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { isWhole, loadSound } from './load-sound.ts';
import type { Recording } from './recording.ts';
import { useRecordingLink } from './use-recording-link.ts';

const SPEEDS = [0.75, 1, 1.25, 1.5, 2] as const;
export const STEP_MS = 10_000;
const RESCUE_PAUSE_MS = 15_000;

export interface Player {
  readonly audio: RefObject<HTMLAudioElement | null>;
  readonly isPlaying: boolean;
  readonly hasBegun: boolean;
  readonly positionMs: number;
  readonly durationMs: number;
  readonly speed: number;
  /** What failed, or null: the link could not be had, or the sound could not be played. */
  readonly failure: 'link' | 'sound' | null;
  toggle(): void;
  /** Goes to a position and, with `play`, plays from there. */
  seek(positionMs: number, intent?: 'keep' | 'play'): void;
  changeSpeed(step: 1 | -1): void;
  /** The next faster speed, and after the fastest the slowest. */
  cycleSpeed(): void;
  retry(): void;
}

/** Plays one stored recording through an `<audio>` element, and keeps its link fresh without losing the place. */
export function usePlayer(recording: Recording): Player {
  const audio = useRef<HTMLAudioElement>(null);
  const link = useRecordingLink(recording.id);
  const [isPlaying, setPlaying] = useState(false);
  const [hasBegun, setBegun] = useState(false);
  const [isBroken, setBroken] = useState(false);
  const [positionMs, setPosition] = useState(0);
  const [durationMs, setDuration] = useState(recording.durationMs ?? 0);
  const [speed, setSpeed] = useState(1);
  const lastRescueMs = useRef(0);
  const { refetch } = link;
  const url = link.data?.url;

  useEffect(() => {
    const element = audio.current;
    if (!element || !url) return;
    if (element.src && element.error === null && isWhole(element)) return;
    loadSound(element, url, element.currentTime);
  }, [url]);

  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    const follow = () => setPosition(element.currentTime * 1000);
    const handlers: Record<string, () => void> = {
      play: () => (setPlaying(true), setBegun(true), setBroken(false)),
      pause: () => setPlaying(false),
      ended: () => setPlaying(false),
      timeupdate: follow,
      seeking: follow,
      durationchange: () => Number.isFinite(element.duration) && setDuration(element.duration * 1000),
      error: () => {
        // A link that ran out, as while the machine slept, is replaced without a word; a second failure is told.
        const isFirst = Date.now() - lastRescueMs.current > RESCUE_PAUSE_MS;
        lastRescueMs.current = Date.now();
        if (isFirst) void refetch();
        else setBroken(true);
        setPlaying(false);
      },
    };
    for (const [name, handle] of Object.entries(handlers)) element.addEventListener(name, handle);
    return () => {
      for (const [name, handle] of Object.entries(handlers)) element.removeEventListener(name, handle);
      element.removeAttribute('src');
      element.load();
    };
  }, [refetch]);

  const start = useCallback((element: HTMLAudioElement) => {
    element.play().catch((error: unknown) => {
      // A pause that overtakes the start is nobody's failure.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setBroken(true);
    });
  }, []);

  function toggle(): void {
    const element = audio.current;
    if (!element) return;
    if (element.paused) start(element);
    else element.pause();
  }

  function seek(target: number, intent: 'keep' | 'play' = 'keep'): void {
    const element = audio.current;
    if (!element) return;
    element.currentTime = Math.min(Math.max(0, target), durationMs) / 1000;
    setPosition(element.currentTime * 1000);
    setBegun(true);
    if (intent === 'play' && element.paused) start(element);
  }

  function setRate(index: number): void {
    const next = SPEEDS[index] ?? 1;
    setSpeed(next);
    if (audio.current) audio.current.playbackRate = next;
  }

  function changeSpeed(step: 1 | -1): void {
    setRate(Math.min(SPEEDS.length - 1, Math.max(0, indexOfSpeed(speed) + step)));
  }

  function cycleSpeed(): void {
    setRate((indexOfSpeed(speed) + 1) % SPEEDS.length);
  }

  function retry(): void {
    setBroken(false);
    void refetch();
  }

  const failure = link.isError ? 'link' : isBroken ? 'sound' : null;
  return { audio, isPlaying, hasBegun, positionMs, durationMs, speed, failure, toggle, seek, changeSpeed, cycleSpeed, retry };
}

function indexOfSpeed(speed: number): number {
  return SPEEDS.findIndex((known) => known === speed);
}
