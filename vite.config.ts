import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The web client. The server is built by vite.server.config.ts. */
export default defineConfig({
  root: 'web',
  publicDir: 'public',
  plugins: [react()],
  build: { outDir: '../dist/web', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', proxy: Object.fromEntries(['^/api/(?!.*\\.tsx?(\\?|$))', '/healthz', '/readyz'].map((route) => [route, `http://127.0.0.1:${process.env['PORT'] ?? '4100'}`])) },
})
