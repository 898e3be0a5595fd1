import { defineConfig } from 'vite'

/** The server and the command line as plain JavaScript for Node 20; packages stay in node_modules. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rollupOptions: { input: { main: 'server/main.ts', throughline: 'server/cli/throughline.ts' } },
  },
})
