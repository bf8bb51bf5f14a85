import { readViewerLocale } from './read-viewer-locale.ts';

/** How the person before this screen reads hours and numbers. */
export const viewerLocale = readViewerLocale(globalThis.navigator?.languages ?? []);
