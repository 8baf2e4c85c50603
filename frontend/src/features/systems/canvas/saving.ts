/** Giving a drawing to the person as a file. */
import type { Drawing } from "./drawingFile";

/** A sharp picture on most screens, and no larger than a browser can draw. */
const SCALE = 2;
const MOST_PIXELS = 8_000;

export const saveSvg = ({ text }: Drawing, name: string): void =>
  save(new Blob([text], { type: "image/svg+xml" }), `${name}.svg`);

export async function savePng({ text, width, height }: Drawing, name: string): Promise<void> {
  const scale = Math.min(SCALE, MOST_PIXELS / width, MOST_PIXELS / height);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (blob) save(blob, `${name}.png`);
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A title as the name of a file. */
export const fileName = (title: string): string =>
  title
    .normalize("NFKD")
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "")
    .toLowerCase() || "picture";
