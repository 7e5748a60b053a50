/**
 * Reading PDFs with pdf.js, which is fetched when the first page is to be shown. Its legacy build also runs where WebKitGTK lacks the newest of
 * JavaScript. Everything that it reads while drawing lies beside the screens, and pages are drawn without WebAssembly or evaluated code.
 */

import type { PDFDocumentProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

type Library = typeof import('pdfjs-dist');

let library: Promise<Library> | undefined;

/** pdf.js, ready to work; a failed fetch is tried again by the next call. */
export function pdfLibrary(): Promise<Library> {
  library ??= load().catch((fault: unknown) => {
    library = undefined;
    throw fault;
  });
  return library;
}

async function load(): Promise<Library> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  pdfjs.GlobalWorkerOptions.workerSrc = new URL(worker, document.baseURI).href;
  return pdfjs;
}

/** A document that is open until `close` is called. */
export interface OpenPdf {
  document: PDFDocumentProxy;
  close: () => void;
}

/** Opens the PDF of a base 64 text. */
export async function openPdf(base64: string): Promise<OpenPdf> {
  const { getDocument, VerbosityLevel } = await pdfLibrary();
  const place = import.meta.env.DEV ? '/node_modules/pdfjs-dist/' : 'pdfjs/';
  const files = (folder: string) => new URL(`${place}${folder}/`, document.baseURI).href;
  const task = getDocument({
    data: decode(base64),
    cMapUrl: files('cmaps'),
    standardFontDataUrl: files('standard_fonts'),
    wasmUrl: files('wasm'),
    useWasm: false,
    disableWorkerRendering: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  const close = () => void task.destroy();
  try {
    return { document: await task.promise, close };
  } catch (fault) {
    close();
    throw fault;
  }
}

function decode(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
