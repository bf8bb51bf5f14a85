import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Pane } from '../../ui/pane.tsx';
import type { CallDetail } from './call-item.ts';
import { currentSegment } from './current-segment.ts';
import { TranscriptTurn } from './transcript-turn.tsx';

interface TranscriptProps {
  readonly call: CallDetail;
  /** null while nothing has been played yet. */
  readonly positionMs: number | null;
  /** null where there is no sound to jump in. */
  readonly onJump: ((positionMs: number) => void) | null;
}

/** Who said what, and when. A click on a turn plays from there; while the sound plays, the page goes along. */
export function Transcript({ call, positionMs, onJump }: TranscriptProps) {
  const [isFollowing, setFollowing] = useState(true);
  const list = useRef<HTMLOListElement>(null);
  const current = positionMs === null ? -1 : currentSegment(call.transcript, positionMs);
  useEffect(() => {
    if (!isFollowing || current < 0) return;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    list.current?.children[current]?.scrollIntoView({ block: 'nearest', behavior: isStill ? 'auto' : 'smooth' });
  }, [current, isFollowing]);
  return (
    <Pane
      title="Transcript"
      tools={
        onJump && call.transcript.length > 0 ? (
          <Button look="ghost" size="small" aria-pressed={isFollowing} onClick={() => setFollowing(!isFollowing)}>
            Follows the sound
          </Button>
        ) : null
      }
    >
      {call.transcript.length === 0 ? (
        <p className="px-5 pb-5 text-read text-muted-foreground max-tablet:px-4">{absence(call)}</p>
      ) : (
        <ol ref={list} className="px-3 pb-4 max-tablet:px-2">
          {call.transcript.map((segment, index) => (
            <TranscriptTurn
              key={segment.id}
              segment={segment}
              name={nameOf(call, segment.speaker)}
              isNow={index === current}
              onJump={onJump}
            />
          ))}
        </ol>
      )}
    </Pane>
  );
}

function absence(call: CallDetail): string {
  if (call.status === 'ringing' || call.status === 'in-progress') return 'The transcript comes with the end of the call.';
  if (!call.answeredAt) return 'Nobody talked, so there is nothing to read.';
  return 'This call came without a transcript. Voice agents bring one; plain phone lines don’t.';
}

/** The person by their first name where we know it, else by what they are. */
function nameOf(call: CallDetail, speaker: 'caller' | 'agent'): string {
  if (speaker === 'agent') return call.agentName?.split(' ')[0] ?? 'Agent';
  return call.lead?.name.split(' ')[0] ?? 'Caller';
}
