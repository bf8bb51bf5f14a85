import { launch } from './launch.mjs';

await launch('tests/soak/main.ts');
