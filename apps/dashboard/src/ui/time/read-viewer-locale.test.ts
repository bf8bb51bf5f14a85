import { expect, test } from 'vitest';
import { readViewerLocale } from './read-viewer-locale.ts';

test('hours and country follow the viewer’s first language', () => {
  expect(readViewerLocale(['en-US', 'de'])).toEqual({ is12Hour: true, country: 'US' });
  expect(readViewerLocale(['de'])).toEqual({ is12Hour: false, country: 'DE' });
});

test('a browser that names no language it could be understood by still shows a page', () => {
  expect(readViewerLocale(['en-US@posix'])).toEqual({ is12Hour: false, country: 'GB' });
  expect(readViewerLocale([])).toEqual({ is12Hour: false, country: 'GB' });
});
