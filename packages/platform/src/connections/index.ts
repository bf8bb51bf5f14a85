export { connectionsRouter } from './connections.router.ts';
export { type CountedRefusals, countRefusals } from './count-refusals.ts';
export { createConnection } from './create-connection.ts';
