/** Points the player at an address. With a position it goes on from there: playing, if it played. */
export function loadSound(audio: HTMLAudioElement, url: string, resumeAtSeconds: number): void {
  const isPlaying = !audio.paused && !audio.ended;
  const { playbackRate } = audio;
  audio.src = url;
  audio.playbackRate = playbackRate;
  audio.defaultPlaybackRate = playbackRate;
  if (resumeAtSeconds > 0) audio.currentTime = resumeAtSeconds;
  // A start that is refused leaves it standing, of which no event tells.
  if (isPlaying) audio.play().catch(() => audio.dispatchEvent(new Event('pause')));
}

/** Whether all of the sound is here already, so that no further request needs a link. */
export function isWhole(audio: HTMLAudioElement): boolean {
  const { buffered, duration } = audio;
  return buffered.length === 1 && buffered.start(0) < 0.1 && buffered.end(0) > duration - 0.5;
}
