import { isMp3 } from './is-mp3.ts';

export type SoundType = 'audio/wav' | 'audio/mpeg' | 'audio/ogg' | 'audio/webm' | 'audio/flac' | 'audio/mp4' | 'audio/aiff';

export interface SniffedSound {
  readonly contentType: SoundType;
  /** Whether every browser plays it; of a WAV its header says. */
  readonly isPlayable: boolean;
}

const MP4_BRANDS = ['M4A ', 'M4B ', 'mp41', 'mp42', 'isom', 'iso2', 'iso5', 'iso6', 'dash'];

/** What a file is by its first bytes, of the kinds that are kept; null for anything else, whatever it calls itself. */
export function sniffSound(head: Buffer): SniffedSound | null {
  const at = (start: number, end: number) => head.toString('latin1', start, end);
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'WAVE') return playable('audio/wav');
  if (at(0, 4) === 'FORM' && ['AIFF', 'AIFC'].includes(at(8, 12))) return { contentType: 'audio/aiff', isPlayable: false };
  if (at(0, 4) === 'fLaC') return playable('audio/flac');
  if (at(0, 4) === 'OggS') return { contentType: 'audio/ogg', isPlayable: isPlayableOgg(head) };
  if (at(4, 8) === 'ftyp') return MP4_BRANDS.includes(at(8, 12)) ? playable('audio/mp4') : null;
  if (head.readUInt32BE(0) === 0x1a45dfa3) return at(0, 64).includes('\x42\x82\x84webm') ? playable('audio/webm') : null;
  return isMp3(head) ? playable('audio/mpeg') : null;
}

function playable(contentType: SoundType): SniffedSound {
  return { contentType, isPlayable: true };
}

/** The first page's packet names the codec. */
function isPlayableOgg(head: Buffer): boolean {
  const packet = head.toString('latin1', 27 + (head[26] ?? 0), 27 + (head[26] ?? 0) + 8);
  return packet === 'OpusHead' || packet.startsWith('\x01vorbis') || packet.startsWith('\x7fFLAC');
}
