export * from './embedded/index.ts';
export * from './recording-links/index.ts';
export * from './sealing/index.ts';
export { type SignedIn, TokenRefused, type VerifyToken } from './tokens/index.ts';
