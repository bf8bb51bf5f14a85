export { readCursor, writeCursor } from './cursor.ts';
export { DEFAULT_LIMIT, type PageOf, takePage } from './take-page.ts';
