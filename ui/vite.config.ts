/// <reference types="vitest/config" />
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), pdfAssets()],
  base: './',
  // The oldest WebView2 and WebKitGTK that the product meets.
  build: {
    target: ['chrome123', 'safari17.5'],
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // What was bundled, with the terms of each, for the document that travels with the program.
    license: { fileName: 'lisensi.json' },
    rolldownOptions: {
      // A text that a part of the window does not say is not loaded with it.
      treeshake: { moduleSideEffects: [{ test: /\/src\/text\//, sideEffects: false }] },
      // All that the first picture needs comes in one file.
      output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
    },
  },
  // Svelte's browser build also under jsdom.
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  test: { environment: 'jsdom', include: ['src/**/*.test.ts'] },
}));

/** What pdf.js reads by name while it draws a page, with the licences of each. Its decoders are the ones without WebAssembly, which the window forbids. */
const PDF_FILES: Record<string, RegExp> = { cmaps: /./, standard_fonts: /./, wasm: /nowasm|LICENSE.*(JBIG2|OPENJPEG)$/ };

/** Lays the files of pdf.js beside the screens, as `pdfjs/…`: nothing is ever fetched from elsewhere. */
function pdfAssets(): Plugin {
  let root = '.';
  return {
    name: 'pdf-assets',
    apply: 'build',
    configResolved: (config) => {
      root = config.root;
    },
    async generateBundle() {
      for (const [folder, wanted] of Object.entries(PDF_FILES)) {
        const from = `${root}/node_modules/pdfjs-dist/${folder}`;
        for (const name of await this.fs.readdir(from)) {
          if (!wanted.test(name)) continue;
          this.emitFile({ type: 'asset', fileName: `pdfjs/${folder}/${name}`, source: await this.fs.readFile(`${from}/${name}`) });
        }
      }
    },
  };
}
