export { type Speaker, SPEAKERS, type TranscriptSegment } from './transcript-segment.ts';
