import { registerHooks } from 'node:module';

// Node reads a package's whole package.json for each file it resolves there, and Drizzle's has 179 kB and hundreds of files that
// import each other: half of what it costs to load. Relative imports inside it need no such look.
registerHooks({
  resolve(specifier, context, next) {
    if (!/^\.\.?\/.*\.js$/.test(specifier) || !context.parentURL?.includes('/node_modules/drizzle-orm/')) return next(specifier, context);
    return { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true };
  },
});
