import { lockDataFolder } from './lock-data-folder.ts';

/** A process that takes a data folder, says so, and keeps it until it is killed. */
lockDataFolder(process.argv[2] ?? '', 'to serve');
process.stdout.write('held\n');
setInterval(() => {}, 60_000);
