import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API listens while the dashboard is served by Vite (`npm run dev`). */
const API = process.env['RINGFENCE_API_URL'] ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    // Nothing but small pictures may become data: addresses, which is all that the page's policy allows.
    assetsInlineLimit: (file) => (file.endsWith('.svg') ? undefined : false),
  },
  server: {
    proxy: Object.fromEntries(
      ['/trpc', '/auth', '/recordings/', '/webhooks', '/healthz', '/readyz', '/metrics', '/dev/'].map((path) => [path, { target: API }]),
    ),
  },
});
