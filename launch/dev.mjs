import { launch } from './launch.mjs';

await launch('apps/supervisor/src/main.ts', ['--dev', ...process.argv.slice(2)]);
