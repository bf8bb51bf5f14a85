export { type AppRouter, appRouter } from './app-router.ts';
