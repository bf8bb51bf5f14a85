import { Ban, Check, CircleAlert, CirclePause, Clock, type LucideIcon } from 'lucide-react';
import type { Connection } from './connection.ts';

export interface ConnectionHealth {
  readonly words: string;
  readonly icon: LucideIcon;
  readonly tone: 'well' | 'look-here' | 'quiet';
}

/** A connection's state in a word: downloads that are paused are what one should look at first, then parked messages. */
export function connectionHealth(connection: Pick<Connection, 'enabled' | 'lastEventAt' | 'parkedCount' | 'pausedAt'>): ConnectionHealth {
  if (!connection.enabled) return { words: 'Off', icon: Ban, tone: 'quiet' };
  if (connection.pausedAt) return { words: 'Downloads paused', icon: CirclePause, tone: 'look-here' };
  if (connection.parkedCount > 0) return { words: `${connection.parkedCount} parked`, icon: CircleAlert, tone: 'look-here' };
  if (!connection.lastEventAt) return { words: 'No message yet', icon: Clock, tone: 'quiet' };
  return { words: 'Working', icon: Check, tone: 'well' };
}
