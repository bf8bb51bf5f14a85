export { type Callback, callbacksOf } from './callbacks-of.ts';
export type { Fault, Faults } from './create-faults.ts';
export { type Delivered, deliverCallbacks, type Weather, type WebhookTarget } from './deliver-callbacks.ts';
export type { ProviderAccount, TwilioAccount, VapiAccount } from './provider-account.ts';
export type { PlacedCall, ProviderCall, ProviderRecording } from './provider-call.ts';
export { soundDigest } from './recording-sound.ts';
export { type SeededRandom, seededRandom } from './seeded-random.ts';
export { type Provider, type ProviderOptions, startProvider } from './start-provider.ts';
