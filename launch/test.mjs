import { launch } from './launch.mjs';

await launch('tests/run.ts');
