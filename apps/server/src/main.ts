import { ConfigurationFailure } from '@ringfence/db';
import { InvalidInput } from '@ringfence/domain';
import { createLogger } from '@ringfence/telemetry';
import { readEnvironment } from './env.ts';
import { loadMailSender } from './mail/load-mail-sender.ts';
import { createServer, type Server } from './server.ts';

try {
  const { logLevel, mailSenderPath, ...settings } = readEnvironment();
  const logger = createLogger({ level: logLevel, name: 'server' });
  const mailSender = mailSenderPath === undefined ? undefined : await loadMailSender(mailSenderPath);
  const server = createServer({ ...settings, logger, mailSender });
  stopWithParent(server);
  const address = await server.listen();
  logger.info({ address }, 'listening');
  process.send?.({ kind: 'listening', address });
} catch (error) {
  // What the operator must set right: one line that names the variable.
  if (!(error instanceof ConfigurationFailure || error instanceof InvalidInput)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

/** Ends with a signal, or with the supervisor that started us. */
function stopWithParent(server: Server): void {
  async function stop(): Promise<void> {
    await server.close();
    if (process.connected) process.disconnect();
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal, () => void stop());
}
