import "server-only";
import PDFDocument from "pdfkit";
import type { Locale } from "@/lib/platform/i18n/locales";
import type { ReportBar, ReportWords } from "./report-words";

const LEFT = 50;
const WIDTH = 495;
const BAR_HEIGHT = 6;
const ROW_HEIGHT = 28;
const INK = "#261d17";
const INK_SOFT = "#5a5148";
const LINE = "#e2ded5";
const PORTA = "#015b63";

/** The report as a PDF: A4, more pages where there are many rooms. */
export async function reportPdf(words: ReportWords, locale: Locale): Promise<Buffer> {
  const document = new PDFDocument({
    size: "A4",
    margin: LEFT,
    info: { Title: `${words.heading}: ${words.title}`, Author: "Aldeia" },
    lang: locale,
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<Buffer>((resolve) => {
    document.on("end", () => resolve(Buffer.concat(chunks)));
  });
  drawHead(document, words);
  drawCounts(document, words);
  drawBars(document, words.byChannel, words.channels);
  drawBars(document, words.byGroup, words.groups);
  document.moveDown().font("Helvetica").fontSize(8).fillColor(INK_SOFT);
  document.text(`${words.small} ${words.madeAt}`, LEFT, document.y, { width: WIDTH });
  document.end();
  return ended;
}

function drawHead(document: PDFKit.PDFDocument, words: ReportWords): void {
  document.font("Helvetica").fontSize(10).fillColor(PORTA).text(`Aldeia · ${words.heading}`, LEFT, LEFT);
  document.moveDown(0.5).font("Helvetica-Bold").fontSize(20).fillColor(INK);
  document.text(words.title, { width: WIDTH });
  document.moveDown(0.3).font("Helvetica").fontSize(10).fillColor(INK_SOFT);
  document.text(words.from, { width: WIDTH }).text(words.sentAt, { width: WIDTH });
  if (words.shown !== "") document.text(words.shown, { width: WIDTH });
}

function drawCounts(document: PDFKit.PDFDocument, words: ReportWords): void {
  const figures = [words.people, ...words.counts];
  const step = WIDTH / figures.length;
  const top = document.y + 18;
  for (const [place, { label, number }] of figures.entries()) {
    const left = LEFT + place * step;
    document.font("Helvetica").fontSize(9).fillColor(INK_SOFT);
    document.text(label, left, top, { width: step - 6 });
    document.font("Helvetica-Bold").fontSize(18).fillColor(INK);
    document.text(number, left, top + 14, { width: step - 6 });
  }
  document.font("Helvetica").fontSize(10).fillColor(INK);
  document.text(words.read, LEFT, top + 46, { width: WIDTH });
  document.fillColor(INK_SOFT).text(words.notRead, { width: WIDTH });
}

function drawBars(document: PDFKit.PDFDocument, title: string, bars: readonly ReportBar[]): void {
  if (bars.length === 0) return;
  makeRoom(document, 2 * ROW_HEIGHT);
  document.moveDown().font("Helvetica-Bold").fontSize(12).fillColor(INK).text(title, LEFT);
  document.moveDown(0.4);
  for (const bar of bars) {
    makeRoom(document, ROW_HEIGHT);
    const top = document.y;
    document.font("Helvetica").fontSize(10).fillColor(INK);
    document.text(bar.name, LEFT, top, { width: WIDTH - 150, height: 12, ellipsis: true });
    document.fillColor(INK_SOFT).text(bar.numbers, LEFT + WIDTH - 145, top, { width: 145, align: "right" });
    document.rect(LEFT, top + 14, WIDTH, BAR_HEIGHT).fill(LINE);
    if (bar.share) document.rect(LEFT, top + 14, WIDTH * bar.share, BAR_HEIGHT).fill(PORTA);
    document.y = top + ROW_HEIGHT;
  }
}

function makeRoom(document: PDFKit.PDFDocument, height: number): void {
  if (document.y + height > document.page.height - LEFT) document.addPage();
}
