/** A Word file on paper: LibreOffice lays it out, poppler measures. The tests that need both are skipped where they are not installed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { convertWithOffice, findOffice } from '#electron/services/office.ts';

/** Whether pages can be made and measured on this computer: the programs are there, and the faces that stand in. */
export function canMeasure(): boolean {
  if (findOffice() === null || spawnSync('pdftotext', ['-v']).status !== 0) return false;
  const listed = spawnSync('fc-list', ['--format', '%{family}\n'], { encoding: 'utf8' }).stdout ?? '';
  const families = new Set(listed.split(/[,\n]/));
  return Object.values(standIns).every((face) => families.has(face));
}

/** The faces that layouts name, and those of Debian's packages that stand in for them here. */
export const standIns: Readonly<Record<string, string>> = {
  '方正小标宋简体': 'Noto Serif CJK SC', '方正小标宋繁体': 'Noto Serif CJK TC', '小标宋': 'Noto Serif CJK SC', '仿宋_GB2312': 'AR PL UMing CN', '仿宋': 'AR PL UMing CN', 'FangSong': 'AR PL UMing CN',
  '楷体_GB2312': 'AR PL UKai CN', '楷体': 'AR PL UKai CN', '黑体': 'Noto Sans CJK SC', '宋体': 'Noto Serif CJK SC',
  '標楷體': 'AR PL UKai TW', '新細明體': 'Noto Serif CJK TC', '微軟正黑體': 'Noto Sans CJK TC', 'Times New Roman': 'Liberation Serif', 'Arial': 'Liberation Sans',
};

const fontsConf = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${Object.entries(standIns).map(([name, face]) => `<match target="pattern"><test name="family"><string>${name}</string></test><edit name="family" mode="assign" binding="strong"><string>${face}</string></edit></match>`).join('\n')}
</fontconfig>`;

/** A word of a page; points from the upper left corner. */
export interface PaperWord {
  text: string;
  x: number;
  y: number;
  right: number;
  bottom: number;
}

export interface PaperLine extends PaperWord {
  words: PaperWord[];
}

export interface PaperPage {
  width: number;
  height: number;
  /** From the top. */
  lines: PaperLine[];
}

type Box = Record<'xMin' | 'yMin' | 'xMax' | 'yMax', string>;
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false, processEntities: true, isArray: (name) => ['page', 'flow', 'block', 'line', 'word'].includes(name) });
const box = ({ xMin, yMin, xMax, yMax }: Box) => ({ x: Number(xMin), y: Number(yMin), right: Number(xMax), bottom: Number(yMax) });

/** The pages of a PDF with their lines of text. */
export function measurePdf(pdf: Uint8Array): PaperPage[] {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'paper.pdf'), pdf);
    const xml = execFileSync('pdftotext', ['-bbox-layout', join(folder, 'paper.pdf'), '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const pages = (parser.parse(xml) as { html: { body: { doc: { page: Parsed[] } } } }).html.body.doc.page;
    return pages.map((page) => ({
      width: Number(page.width),
      height: Number(page.height),
      lines: (page.flow ?? [])
        .flatMap(({ block }) => block ?? [])
        .flatMap(({ line }) => line ?? [])
        .map((line) => {
          const words = (line.word ?? []).map((word) => ({ text: word['#text'] ?? '', ...box(word) }));
          return { text: words.map(({ text }) => text).join(' '), ...box(line), words };
        })
        .sort((one, other) => one.y - other.y),
    }));
  });
}

interface Parsed {
  width: string;
  height: string;
  flow?: { block?: { line?: (Box & { word?: (Box & { '#text'?: string })[] })[] }[] }[];
}

/** A page of a PDF as grey or coloured points: `at(x, y)` in points of the paper gives red, green and blue. */
export function drawPage(pdf: Uint8Array, page: number, resolution = 144): { width: number; height: number; scale: number; at(x: number, y: number): [number, number, number] } {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'paper.pdf'), pdf);
    execFileSync('pdftoppm', ['-r', String(resolution), '-f', String(page), '-l', String(page), '-singlefile', join(folder, 'paper.pdf'), join(folder, 'page')]);
    const ppm = readFileSync(join(folder, 'page.ppm'));
    const [, width = '0', height = '0'] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1')) ?? [];
    const start = ppm.length - Number(width) * Number(height) * 3;
    const scale = resolution / 72;
    return {
      width: Number(width),
      height: Number(height),
      scale,
      at(x, y) {
        const offset = start + (Math.floor(y * scale) * Number(width) + Math.floor(x * scale)) * 3;
        return [ppm[offset] ?? 0, ppm[offset + 1] ?? 0, ppm[offset + 2] ?? 0];
      },
    };
  });
}

/** A page of a PDF as a picture. */
export const pagePng = (pdf: Uint8Array, page: number, resolution: number): Buffer =>
  inFolder((folder) => {
    writeFileSync(join(folder, 'paper.pdf'), pdf);
    execFileSync('pdftoppm', ['-png', '-r', String(resolution), '-f', String(page), '-l', String(page), '-singlefile', join(folder, 'paper.pdf'), join(folder, 'page')]);
    return readFileSync(join(folder, 'page.png'));
  });

/** The PDF that LibreOffice makes of a Word file, with the stand-in faces. */
export async function pdfOf(docx: Uint8Array): Promise<Uint8Array> {
  const [pdf] = await pdfsOf([docx]);
  if (!pdf) throw new Error('LibreOffice made no PDF');
  return pdf;
}

/** The PDFs of several Word files, from one run of LibreOffice. */
export async function pdfsOf(docx: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const program = findOffice();
  if (!program) throw new Error('LibreOffice is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-paper-'));
  try {
    const conf = join(folder, 'fonts.conf');
    writeFileSync(conf, fontsConf);
    const files = docx.map((bytes, index) => {
      const file = join(folder, `paper${index}.docx`);
      writeFileSync(file, bytes);
      return file;
    });
    const [file = '', ...others] = files;
    const made = await convertWithOffice(program, { file, others, folder, to: 'pdf', env: { FONTCONFIG_FILE: conf, SAL_USE_VCLPLUGIN: 'svp' } });
    if (!made.ok) throw new Error('LibreOffice made no PDF');
    return files.map((each) => readFileSync(each.replace(/docx$/, 'pdf')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function inFolder<Value>(work: (folder: string) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-paper-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
