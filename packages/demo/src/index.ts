export { demoSignIns } from './demo-sign-ins.ts';
export { loadDemo } from './load-demo.ts';
export type { DemoDoors } from './loading/demo-doors.ts';
