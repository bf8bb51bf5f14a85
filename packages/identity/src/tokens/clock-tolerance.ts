/** How far an issuer's clock may be from ours. */
export const CLOCK_TOLERANCE_SECONDS = 60;
