import PDFDocument from "pdfkit";
import type { InvoiceView } from "./invoice-page";

const LEFT = 50;
const RIGHT = 545;
const AMOUNT_LEFT = 425;
const QUANTITY_LEFT = 375;

/** Only what the built-in fonts can draw: the spaces that Intl writes become plain ones. */
const drawable = (text: string): string =>
  text.replaceAll(/[\u00a0\u202f]/g, " ").replaceAll(/[^\u0020-\u00ff\u2013\u2014\u20ac]/g, "?");

/** An invoice as a PDF: title, number, dates, customer, lines, sums. */
export const invoicePdf = async (view: InvoiceView): Promise<Buffer> => {
  const title = `${view.words.invoice} ${view.number}`;
  const document = new PDFDocument({
    size: "A4",
    margin: LEFT,
    info: { Title: title, Author: "Aldeia" },
    lang: view.words.locale,
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<Buffer>((resolve) => {
    document.on("end", () => resolve(Buffer.concat(chunks)));
  });
  drawHead(document, view);
  drawLines(document, view);
  drawSums(document, view);
  document
    .moveDown(3)
    .font("Helvetica")
    .fontSize(8)
    .fillColor("#666")
    .text(drawable(`${view.words.testMode}. ${view.words.standIn}`), LEFT);
  document.end();
  return ended;
};

const drawHead = (document: PDFKit.PDFDocument, view: InvoiceView): void => {
  document.font("Helvetica-Bold").fontSize(24).fillColor("#1a1f36").text(view.words.invoice, LEFT, LEFT);
  document.fontSize(14).text("Aldeia", LEFT, LEFT + 6, { align: "right" });
  document.moveDown(1.5).fontSize(10);
  for (const [label, value] of view.facts) {
    document
      .font("Helvetica")
      .fillColor("#545b70")
      .text(drawable(label), LEFT, document.y, { continued: true });
    document.fillColor("#1a1f36").text(`  ${drawable(value)}`);
  }
  document.moveDown().font("Helvetica-Bold").text(drawable(view.words.billTo), LEFT);
  document.font("Helvetica");
  for (const line of view.customer) document.text(drawable(line), LEFT);
  document.moveDown(1.5);
};

const drawLines = (document: PDFKit.PDFDocument, view: InvoiceView): void => {
  const row = (cells: [string, string, string], bold: boolean): void => {
    const top = document.y;
    document
      .font(bold ? "Helvetica-Bold" : "Helvetica")
      .fontSize(10)
      .fillColor("#1a1f36");
    document.text(drawable(cells[1]), QUANTITY_LEFT, top, { width: 40, align: "right" });
    document.text(drawable(cells[2]), AMOUNT_LEFT, top, { width: RIGHT - AMOUNT_LEFT, align: "right" });
    document.text(drawable(cells[0]), LEFT, top, { width: QUANTITY_LEFT - LEFT - 10 });
  };
  row([view.words.description, view.words.quantity, view.words.amount], true);
  document
    .moveTo(LEFT, document.y + 3)
    .lineTo(RIGHT, document.y + 3)
    .strokeColor("#d9dee8")
    .stroke();
  document.moveDown(0.6);
  for (const line of view.lines) {
    if (document.y > 700) document.addPage();
    row([line.description, line.quantity, line.amount], false);
    document.fontSize(8).fillColor("#545b70").text(drawable(line.period), LEFT);
    document.moveDown(0.6);
  }
};

const drawSums = (document: PDFKit.PDFDocument, view: InvoiceView): void => {
  document.moveTo(LEFT, document.y).lineTo(RIGHT, document.y).strokeColor("#d9dee8").stroke();
  document.moveDown(0.6).fontSize(10).fillColor("#1a1f36");
  for (const [label, value] of view.sums) {
    const top = document.y;
    document.font("Helvetica").text(drawable(label), 300, top, { width: 115 });
    document
      .font("Helvetica-Bold")
      .text(drawable(value), AMOUNT_LEFT, top, { width: RIGHT - AMOUNT_LEFT, align: "right" });
  }
};
