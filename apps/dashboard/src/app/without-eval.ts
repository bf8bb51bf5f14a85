/** zod tries `new Function` to be quicker, which the page's content policy refuses aloud: it reads here, before it's loaded, not to. */
Reflect.set(globalThis, '__zod_globalConfig', { jitless: true });
