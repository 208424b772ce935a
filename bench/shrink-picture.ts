/// <reference lib="dom" />
import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** What a byte can number. */
const maxColours = 256;

// Three steps a channel apart cannot be told from each other beside text; closer ones would use up the palette for one soft edge.
const minDistance = 3 * 3 ** 2;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel in one number. */
  readonly colours: readonly number[];
}

function distance(one: number, other: number): number {
  const apart = (shift: number) => ((one >> shift) & 255) - ((other >> shift) & 255);
  return apart(16) ** 2 + apart(8) ** 2 + apart(0) ** 2;
}

/** The most frequent colours, so that every plain surface keeps its own; what is nearly the same as one of them gives way. */
function choosePalette(colours: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette: number[] = [];
  for (const [colour] of [...counts].toSorted(([, one], [, other]) => other - one)) {
    if (palette.length === maxColours) break;
    if (palette.every((chosen) => distance(chosen, colour) >= minDistance)) palette.push(colour);
  }
  return palette;
}

function nearest(palette: readonly number[], colour: number): number {
  const distances = palette.map((chosen) => distance(chosen, colour));
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PNG with a palette (W3C, "Portable Network Graphics", third edition): one byte a pixel, no filter. */
function encode({ width, height, colours }: Pixels): Buffer {
  const palette = choosePalette(colours);
  const numbers = new Map<number, number>();
  const numberOf = (colour: number): number => {
    const number = numbers.get(colour) ?? nearest(palette, colour);
    numbers.set(colour, number);
    return number;
  };
  const lines = Buffer.alloc((width + 1) * height);
  for (const [place, colour] of colours.entries()) {
    lines[place + Math.floor(place / width) + 1] = numberOf(colour);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The same picture in at most 256 colours: a third of the size, and nobody sees it. The page only decodes; any will do. */
export async function shrinkPicture(page: Page, png: Buffer): Promise<Buffer> {
  const { width, height, bytes } = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
      let text = '';
      for (const byte of pixels) text += String.fromCharCode(byte);
      return { width: image.width, height: image.height, bytes: btoa(text) };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  const raw = Buffer.from(bytes, 'base64');
  const colours = Array.from({ length: width * height }, (_, place) => raw.readUIntBE(place * 4, 3));
  return encode({ width, height, colours });
}
