export { createLogger, LOG_LEVELS, type Logger, type LoggerOptions, type LogLevel } from './create-logger.ts';
export { createMetrics, type Metrics } from './create-metrics.ts';
export type { MeasuredQueue } from './create-queue-metrics.ts';
