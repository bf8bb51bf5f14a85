import type { FieldChange, RebuildChange, RebuildReport } from '@ringfence/platform/rebuild';

const SHOWN = 50;

/** A rebuild's report for people: the counts, then the first changes, a line each. */
export function rebuildLines(report: RebuildReport): string[] {
  const { applied, events, calls, legs, recordings, transcripts, changes } = report;
  const shown = changes.slice(0, SHOWN);
  return [
    `messages     ${events.read} read, ${events.mended} understood otherwise than when they came, ${events.parked} still parked, ${events.unreadable} not understood any more`,
    `calls        ${calls.added} added, ${calls.changed} changed, ${calls.emptied} left without a leg`,
    `legs         ${legs.added} added, ${legs.changed} changed, ${legs.moved} moved to another call, ${legs.removed} removed`,
    `recordings   ${recordings.added} added, ${recordings.changed} changed`,
    `transcripts  ${transcripts} changed`,
    ...shown.map(lineOf),
    ...(changes.length > shown.length ? [`… and ${changes.length - shown.length} more; --json has them`] : []),
    applied ? 'Done.' : 'Nothing was changed: --apply does it.',
  ];
}

function lineOf({ what, change, callId, reference, fields }: RebuildChange): string {
  const name = what === 'call' ? `call ${callId ?? '(new)'}` : `leg ${reference} of call ${callId ?? '(new)'}`;
  return `  ${name} ${change}${fields.length > 0 ? `: ${fields.map(fieldOf).join(', ')}` : ''}`;
}

function fieldOf({ field, from, to }: FieldChange): string {
  return from === null && to === null ? field : `${field} ${from ?? 'nothing'} → ${to ?? 'nothing'}`;
}
