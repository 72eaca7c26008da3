import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Three builds: the hosts and the store worker (Node), the preload (CJS, sandboxed), the page. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // What the command line loads goes into the bundle: only what is used of it, in a few files instead of hundreds.
      externalizeDeps: { exclude: ['commander', 'docx', 'env-paths', 'saxes', 'zod'] },
      rollupOptions: {
        // Without comments and white space there is less to read at every start; names stay for whoever reads a fault.
        output: { minify: { compress: true, mangle: false, codegen: true } },
        input: {
          desktop: 'electron/main/index.ts',
          loopback: 'electron/loopback/index.ts',
          cli: 'electron/cli/index.ts',
          store: 'electron/services/worker.ts',
          backups: 'electron/services/backups/worker.ts',
          archives: 'electron/services/archives/writer-worker.ts',
          cipher: 'electron/services/archives/cipher-worker.ts',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: { input: { index: 'electron/preload/index.ts' }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    // A worker loads what it seldom needs when it needs it.
    worker: { format: 'es' },
    build: { outDir: 'out/renderer', minify: true, chunkSizeWarningLimit: 2000, rollupOptions: { input: 'renderer/index.html' } },
  },
});
