import { launch } from './launch.mjs';

await launch('tests/runner/main.ts');
