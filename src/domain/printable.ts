// Characters that can hide, reorder or fake text on an approver's screen: bidi controls, invisible and private code points, line tricks.
// The last two are invisible without being in any of these classes: interlinear annotation marks and the empty Braille cell.
const UNSAFE =
  /[\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\p{Cn}\p{Co}\p{Zl}\p{Zp}\u{FFF9}-\u{FFFB}\u{2800}]/gu;

/** Text from a person or a vendor as one safe line: hidden and control characters dropped, white space folded, cut at `max` characters. */
export function oneLine(text: string, max = 200): string {
  const clean = text.replace(/\s+/gu, ' ').replace(UNSAFE, '').trim();
  const points = Array.from(clean);
  return points.length <= max ? clean : `${points.slice(0, max - 1).join('')}…`;
}

/** Whether the text holds anything that `oneLine` would drop. Input that does is refused rather than repaired. */
export function hasHiddenCharacters(text: string): boolean {
  return text.replace(/[\n\t]/g, ' ').search(UNSAFE) >= 0;
}
