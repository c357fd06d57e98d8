import PDFDocument from "pdfkit";
import { openFont } from "@/lib/packs/pictures/open-font";

const POINTS_PER_MM = 72 / 25.4;

/** What reader programs show of a file. */
export interface AboutPdf {
  title?: string;
  madeAt?: Date;
}

export type Pdf = PDFKit.PDFDocument;
/** A picture that is in the file once, however often it is drawn. */
export type PdfPicture = Buffer & { readonly brand: unique symbol };

export function points(mm: number): number {
  return mm * POINTS_PER_MM;
}

/** A PDF without pages whose letters are Noto Sans SC; what is used of them goes into the file. */
export function openPdf({ title = "Mintdesk", madeAt = new Date() }: AboutPdf): Pdf {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: "1.7",
    displayTitle: true,
    // It would keep every text of every label.
    fontLayoutCache: false,
    font: fontSource("regular"),
    info: { Title: title, Creator: "Mintdesk", Producer: "Mintdesk", CreationDate: madeAt },
  });
  pdf.registerFont("regular", fontSource("regular"));
  pdf.registerFont("bold", fontSource("bold"));
  return pdf;
}

/** The library opens a picture for several uses, which its types do not say. */
export function openPicture(pdf: Pdf, bytes: Buffer): PdfPicture {
  return (pdf as unknown as { openImage: (bytes: Buffer) => PdfPicture }).openImage(bytes);
}

/** It takes a font that is open already, which its types do not say either. */
function fontSource(weight: "regular" | "bold") {
  return openFont(weight) as unknown as Buffer & string;
}
