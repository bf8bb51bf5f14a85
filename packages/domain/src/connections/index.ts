export { type Provider, PROVIDERS } from './provider.ts';
export { CreateConnection } from './create-connection.ts';
export { type RefusalReason, REFUSAL_REASONS } from './refusal-reason.ts';
