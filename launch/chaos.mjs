import { launch } from './launch.mjs';

await launch('tests/chaos/main.ts');
