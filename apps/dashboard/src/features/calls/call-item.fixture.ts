import type { CallItem } from './call-item.ts';

/** A call of the list with what a test says about it. */
export function callItem(told: Partial<CallItem> & { readonly id: string }): CallItem {
  return {
    direction: 'inbound',
    status: 'completed',
    fromNumber: '+12125550148',
    toNumber: '+12125550100',
    fromAddress: null,
    toAddress: null,
    startedAt: '2026-11-17T12:00:00.000Z',
    answeredAt: null,
    endedAt: null,
    ringSeconds: null,
    durationSeconds: null,
    agentName: null,
    connectionName: 'Office numbers',
    lead: null,
    recordingStatus: null,
    ...told,
  };
}
