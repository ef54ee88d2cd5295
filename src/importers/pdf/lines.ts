// Reads the lines of text of a PDF with their place on the page; no script, font or picture in it is run or loaded.
import { getDocumentProxy } from 'unpdf';

/** A line as it is printed. Lengths are points, `y` counts from the foot of the page to the line's base. */
export interface PdfLine {
  text: string;
  /** Counted from 0. */
  page: number;
  left: number;
  right: number;
  y: number;
  /** Height of the letters. */
  size: number;
  /** The fonts in it, joined. */
  fonts: string;
}

/** A year of a weekly paper has more; an article does not. */
const mostPages = 1000;

/** What PDF.js gives of a piece of text. */
interface Piece {
  str: string;
  transform: number[];
  width: number;
  hasEOL: boolean;
  fontName: string;
}

const problems: Readonly<Record<string, string>> = {
  PasswordException: 'The PDF is encrypted; save it without a password and import that.',
  InvalidPDFException:
    'The file begins like a PDF and is damaged, or is none; save or print the article as a PDF once more.',
};

/** The text of a PDF, or a sentence that says why there is none. */
export async function readPdfText(bytes: Uint8Array): Promise<{ lines: PdfLine[] } | { refusal: string }> {
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    pdf = await getDocumentProxy(bytes, {
      useSystemFonts: false,
      disableFontFace: true,
      stopAtErrors: false,
      verbosity: 0,
    });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    return {
      refusal:
        problems[name] ??
        `The PDF cannot be read${error instanceof Error ? `: ${error.message.replace(/\.$/, '')}` : ''}.`,
    };
  }
  if (pdf.numPages > mostPages) {
    await pdf.loadingTask.destroy();
    return {
      refusal: `The PDF has ${pdf.numPages} pages, more than any article; save those of the article alone and import that.`,
    };
  }
  const lines: PdfLine[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    lines.push(
      ...buildLines(
        items.filter((item): item is Piece & typeof item => 'str' in item),
        number - 1,
      ),
    );
    page.cleanup();
  }
  await pdf.loadingTask.destroy();
  if (lines.length === 0)
    return {
      refusal: 'The PDF has no text, only pictures of pages; run it through text recognition (OCR) first.',
    };
  return { lines };
}

/** Pieces in the order in which they were printed become lines: a piece goes on with the line it stands beside. */
export function buildLines(pieces: readonly Piece[], page: number): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: PdfLine | undefined;
  let ended = true;
  for (const { str, transform, width, hasEOL, fontName } of pieces) {
    const [a = 0, b = 0, , , x = 0, y = 0] = transform;
    const size = Math.hypot(a, b);
    const text = str
      .replace(/[\u0000-\u001f]/g, ' ')
      .replaceAll('\ufb00', 'ff')
      .replace(/[\ufb01-\ufb04]/g, (sign) => sign.normalize('NFKC'));
    // Text that does not run from left to right across the page is a stamp or a label in the margin.
    const level = b === 0 && a > 0;
    if (text.trim() !== '' && level) {
      const goesOn =
        open !== undefined && !ended && Math.abs(y - open.y) < size * 0.5 && x > open.right - size;
      if (open === undefined || !goesOn) {
        open = { text, page, left: x, right: x + width, y, size, fonts: fontName };
        lines.push(open);
      } else {
        const gap = x - open.right;
        const apart = gap > size * 0.2 && !/\s$/.test(open.text) && !/^\s/.test(text);
        open.text += (apart ? ' ' : '') + text;
        open.right = x + width;
        open.size = Math.max(open.size, size);
        if (!open.fonts.split(' ').includes(fontName)) open.fonts += ` ${fontName}`;
      }
      ended = false;
    } else if (text !== '' && open !== undefined && !ended) {
      open.text += ' ';
    }
    if (hasEOL) ended = true;
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }));
}
