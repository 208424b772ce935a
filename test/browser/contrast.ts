/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/**
 * Texts that stand out too little from what is behind them: less than 4.5 to 1, or 3 to 1 where they are large (WCAG 2.2, 1.4.3).
 * What is disabled or behind an open window does not count.
 */
export function faintTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    type Colour = readonly [red: number, green: number, blue: number, alpha: number];
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    // The canvas turns every way of writing a colour into four bytes.
    const read = (text: string): Colour => {
      if (canvas === null) return [0, 0, 0, 1];
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    };
    const over = (top: Colour, below: Colour): Colour => {
      const mix = (one: number, other: number) => one * top[3] + other * (1 - top[3]);
      return [mix(top[0], below[0]), mix(top[1], below[1]), mix(top[2], below[2]), 1];
    };
    const light = ([red, green, blue]: Colour): number => {
      const linear = (byte: number) =>
        byte / 255 <= 0.03928 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4;
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    };
    const ground = (element: Element | null): Colour => {
      if (element === null) return [255, 255, 255, 1];
      const own = read(getComputedStyle(element).backgroundColor);
      return own[3] >= 0.99 ? own : over(own, ground(element.parentElement));
    };
    const dialog = document.querySelector('dialog[open]');
    const texts = document.createTreeWalker(dialog ?? document.body, NodeFilter.SHOW_TEXT);
    const faint: string[] = [];
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const element = node.parentElement;
      const words = node.textContent?.trim() ?? '';
      if (element === null || words === '' || !element.checkVisibility({ opacityProperty: true })) continue;
      if (element.closest('.unseen, :disabled, .skip') !== null) continue;
      const style = getComputedStyle(element);
      const behind = ground(element);
      const [bright, dark] = [light(over(read(style.color), behind)), light(behind)].toSorted((a, b) => b - a) as [
        number,
        number,
      ];
      const size = Number.parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const ratio = (bright + 0.05) / (dark + 0.05);
      if (ratio < (isLarge ? 3 : 4.5)) faint.push(`${ratio.toFixed(2)} “${words.slice(0, 40)}” .${element.className}`);
    }
    return [...new Set(faint)];
  });
}
